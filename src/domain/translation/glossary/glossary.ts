import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { record } from '../../audit/index.ts'
import { type Member, mustMay, type Place } from '../../people/index.ts'
import { entryAdded, entryDescribed, entryRemoved, formSaved } from './acts.ts'
import type { NewChange } from './change.ts'
import { changeInTurn, keepChanges } from './changes.ts'
import { countEntries, entriesWritten, entryById, soughtOf } from './entries.ts'
import {
  type EntryDraft,
  type EntryId,
  type FormDraft,
  formFrom,
  type GlossaryEntry,
  type GlossaryForm,
  MOST_ENTRIES,
  noteFrom,
} from './entry.ts'
import { glossaryChanged } from './events.ts'
import { keepGlossary, settleGlossary } from './policy.ts'
import type { GlossaryTables } from './tables.ts'

interface Doing {
  by: Member
  at: number
}

/** Adds a name with its forms. Whoever does not reach a language proposes there, and settles nothing. */
export async function addEntry(tx: Writing, { kind, note, forms, by, at }: EntryDraft & Doing): Promise<EntryId> {
  if (!keepGlossary.maySome(by)) throw new Trouble('forbidden', keepGlossary.refusal)
  await changeInTurn(tx)
  const drafts = forms.map((one) => ({ ...one, form: formFrom(one.form) })).filter(({ form }) => form !== '')
  if (drafts.length === 0) throw new Trouble('invalid', 'glossary.nameless')
  for (const { language, form } of drafts) await mustBeNew(tx, { kind, language, form })
  if ((await countEntries(tx)) >= MOST_ENTRIES) throw new Trouble('conflict', 'glossary.full', { limit: MOST_ENTRIES })
  const row = { kind, note: noteFrom(note), removedAt: null }
  const insert = tx.change<GlossaryTables>().insertInto('glossaryEntry').values(row)
  const { id } = await insert.returning('id').executeTakeFirstOrThrow()
  for (const draft of drafts) {
    const mayLock = keepGlossary.may(by, placeOf(draft.language))
    await putForm(tx, id, { ...draft, isLocked: draft.isLocked && mayLock }, { by, at })
  }
  const begun = { entryId: id, kind: 'begun', language: null, before: null, after: drafts[0]!.form } as const
  await keepChanges(tx, [begun], { by, at })
  const names = drafts.map(({ form }) => form)
  await record(tx, entryAdded, { byId: by.id, after: { names, languages: drafts.map(({ language }) => language) }, at })
  tx.note(glossaryChanged, { about: id, at })
  return id
}

/** Says what a name is, and what those who work with it should know. */
export async function describeEntry(
  tx: Writing,
  { id, kind, note: typed, by, at }: Pick<EntryDraft, 'kind' | 'note'> & { id: EntryId } & Doing,
): Promise<void> {
  mustMay(settleGlossary, by, undefined)
  await changeInTurn(tx)
  const entry = await mustBeThere(tx, id)
  const note = noteFrom(typed)
  if (entry.kind === kind && entry.note === note) return
  await tx.change<GlossaryTables>().updateTable('glossaryEntry').set({ kind, note }).where('id', '=', id).execute()
  const [before, after] = [entry, { kind, note }].map((one) => `${one.kind}: ${one.note}`)
  await keepChanges(tx, [{ entryId: id, kind: 'described', language: null, before: before!, after: after! }], {
    by,
    at,
  })
  await record(tx, entryDescribed, { byId: by.id, before: { names: [before!] }, after: { names: [after!] }, at })
  tx.note(glossaryChanged, { about: id, at })
}

/** Says how a name is written in a language, and whether that is settled; an empty form takes the language out. */
export async function saveForm(
  tx: Writing,
  { id, by, at, ...typed }: FormDraft & { id: EntryId } & Doing,
): Promise<void> {
  mustMay(keepGlossary, by, placeOf(typed.language))
  await changeInTurn(tx)
  const entry = await mustBeThere(tx, id)
  const before = entry.forms.find(({ language }) => language === typed.language)
  const draft = { inflected: [], ...typed, form: formFrom(typed.form) }
  const changes = changesBetween(id, before, draft)
  if (changes.length === 0) return
  if (before?.isLocked) mustMay(settleGlossary, by, undefined)
  if (draft.form === '') {
    if (entry.forms.length === 1) throw new Trouble('conflict', 'glossary.last-form')
    await takeForm(tx, id, draft.language)
  } else await putForm(tx, id, draft, { by, at })
  await keepChanges(tx, changes, { by, at })
  const told = (form: string) => ({ languages: [draft.language], names: form === '' ? [] : [form] })
  await record(tx, formSaved, { byId: by.id, before: before ? told(before.form) : null, after: told(draft.form), at })
  tx.note(glossaryChanged, { about: id, at })
}

/** Takes a name out of the glossary; what was changed of it stays on record. */
export async function removeEntry(tx: Writing, { id, by, at }: { id: EntryId } & Doing): Promise<void> {
  mustMay(settleGlossary, by, undefined)
  await changeInTurn(tx)
  const entry = await mustBeThere(tx, id)
  const names = entry.forms.map(({ form }) => form)
  await tx.change<GlossaryTables>().deleteFrom('glossaryForm').where('entryId', '=', id).execute()
  await tx.change<GlossaryTables>().updateTable('glossaryEntry').set({ removedAt: at }).where('id', '=', id).execute()
  const removed = { entryId: id, kind: 'removed', language: null, before: names[0] ?? null, after: null } as const
  await keepChanges(tx, [removed], { by, at })
  await record(tx, entryRemoved, { byId: by.id, before: { names }, at })
  tx.note(glossaryChanged, { about: id, at })
}

/** What somebody reaches: the names of a language. */
export function placeOf(language: Language): Place {
  return { section: null, languages: [language] }
}

export async function mustBeThere(tx: Writing, id: EntryId): Promise<GlossaryEntry> {
  const entry = await entryById(tx, id)
  if (!entry) throw new Trouble('missing', 'glossary.missing')
  return entry
}

async function mustBeNew(tx: Writing, written: { kind: EntryDraft['kind']; language: Language; form: string }) {
  if ((await entriesWritten(tx, written)).length > 0)
    throw new Trouble('conflict', 'glossary.exists', { form: written.form })
}

/** @NOTE who gives a form again that stands there as it is has changed nothing, whoever locked it. */
export function changesBetween(
  entryId: EntryId,
  before: Pick<GlossaryForm, 'form' | 'isLocked' | 'inflected'> | undefined,
  { language, form, isLocked, inflected = [] }: FormDraft,
): NewChange[] {
  const about = { entryId, language }
  const changes: NewChange[] = []
  if ((before?.form ?? '') !== form)
    changes.push({ ...about, kind: 'form', before: before?.form ?? null, after: form || null })
  if (form === '') return changes
  const [were, are] = [before?.inflected ?? [], inflected].map((list) => list.join('; '))
  if (were !== are) changes.push({ ...about, kind: 'inflected', before: were || null, after: are || null })
  if ((before?.isLocked ?? false) !== isLocked)
    changes.push({ ...about, kind: isLocked ? 'locked' : 'unlocked', before: null, after: form })
  return changes
}

/** Keeps a form without a word about it. */
export async function putForm(
  tx: Writing,
  entryId: EntryId,
  { language, form, isLocked, inflected = [], scheme = null }: FormDraft,
  { by, at }: Doing,
): Promise<void> {
  const said = {
    form,
    sought: soughtOf(form),
    state: isLocked ? 'locked' : 'proposed',
    inflected: JSON.stringify(inflected),
    scheme,
    byId: by.id,
    at,
  } as const
  const insert = tx
    .change<GlossaryTables>()
    .insertInto('glossaryForm')
    .values({ entryId, language, ...said })
  await insert.onConflict((c) => c.columns(['entryId', 'language']).doUpdateSet(said)).execute()
}

async function takeForm(tx: Writing, entryId: EntryId, language: Language): Promise<void> {
  const forms = tx.change<GlossaryTables>().deleteFrom('glossaryForm')
  await forms.where('entryId', '=', entryId).where('language', '=', language).execute()
}
