import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { record } from '../../audit/index.ts'
import { type Member, mustMay } from '../../people/index.ts'
import { namesImported } from './acts.ts'
import type { NewChange } from './change.ts'
import { changeInTurn, keepChanges } from './changes.ts'
import { glossaryFor, soughtOf } from './entries.ts'
import { type EntryId, type EntryKind, type FormDraft, type GlossaryEntry, MOST_ENTRIES } from './entry.ts'
import { glossaryImported } from './events.ts'
import type { FileEntry, RefusedLine } from './files/file-entry.ts'
import { changesBetween, putForm } from './glossary.ts'
import { settleGlossary } from './policy.ts'
import type { GlossaryTables } from './tables.ts'

/** What became of the entries of a file. */
export interface Imported {
  added: number
  changed: number
  same: number
}

interface Plan {
  added: readonly FileEntry[]
  changed: readonly { id: EntryId; forms: readonly FormDraft[]; changes: ReturnType<typeof changesBetween> }[]
  same: number
  refused: readonly RefusedLine[]
}

/** Which entries of a file could not be taken as the glossary stands, each with its sentence. */
export async function refusedEntries(db: Reading, entries: readonly FileEntry[]): Promise<readonly RefusedLine[]> {
  return planOf(await glossaryFor(db), entries).refused
}

/** Takes the entries of a file: a name that the glossary knows gets the forms that it lacks, and what is only proposed becomes what the file says. What cannot be taken stays out. */
export async function importEntries(
  tx: Writing,
  { entries, by, at }: { entries: readonly FileEntry[]; by: Member; at: number },
): Promise<Imported> {
  mustMay(settleGlossary, by, undefined)
  await changeInTurn(tx)
  const known = await glossaryFor(tx)
  const { added, changed, same } = planOf(known, entries)
  if (known.length + added.length > MOST_ENTRIES)
    throw new Trouble('conflict', 'glossary.full', { limit: MOST_ENTRIES })
  const changes: NewChange[] = []
  const ids = added.length > 0 ? await tx.numbers('glossaryEntry', added.length) : []
  await addAll(tx, added, ids, { by, at })
  for (const [number, { forms }] of added.entries())
    changes.push({
      entryId: ids[number] as EntryId,
      kind: 'begun',
      language: null,
      before: null,
      after: forms[0]!.form,
    })
  for (const one of changed) {
    for (const form of one.forms) await putForm(tx, one.id, form, { by, at })
    changes.push(...one.changes)
  }
  const counts = { added: added.length, changed: changed.length, same }
  if (changes.length === 0) return counts
  await keepChanges(tx, changes, { by, at })
  await record(tx, namesImported, { byId: by.id, after: { names: added.length + changed.length }, at })
  tx.note(glossaryImported, { at })
  return counts
}

async function addAll(
  tx: Writing,
  added: readonly FileEntry[],
  ids: readonly number[],
  { by, at }: { by: Member; at: number },
): Promise<void> {
  if (added.length === 0) return
  const entries = added.map(({ kind, note }, number) => ({ id: ids[number] as EntryId, kind, note, removedAt: null }))
  const forms = added.flatMap(({ forms }, number) =>
    forms.map(({ language, form, isLocked, inflected = [] }) => ({
      entryId: ids[number] as EntryId,
      language,
      form,
      sought: soughtOf(form),
      state: isLocked ? ('locked' as const) : ('proposed' as const),
      inflected: JSON.stringify(inflected),
      scheme: null,
      byId: by.id,
      at,
    })),
  )
  await tx.fill<GlossaryTables, 'glossaryEntry'>('glossaryEntry', entries)
  await tx.fill<GlossaryTables, 'glossaryForm'>('glossaryForm', forms)
}

/** @NOTE entries of one file can be the same name, too: those that come later are looked for among those before them. */
function planOf(known: readonly GlossaryEntry[], entries: readonly FileEntry[]): Plan {
  const byForm = new Map<string, GlossaryEntry | FileEntry>()
  for (const entry of known) remember(byForm, entry)
  const added: FileEntry[] = []
  const changed: Plan['changed'][number][] = []
  const refused: RefusedLine[] = []
  let same = 0
  for (const entry of entries) {
    const found = new Set(entry.forms.flatMap((form) => byForm.get(keyOf(entry.kind, form)) ?? []))
    const [before] = found
    if (!before) {
      added.push(entry)
      remember(byForm, entry)
      continue
    }
    if (found.size > 1) refused.push({ line: entry.line, key: 'glossary-line.several', args: {} })
    else if (!('id' in before))
      refused.push({ line: entry.line, key: 'glossary-line.again', args: { before: before.line } })
    else {
      const merged = merging(before, entry)
      if ('key' in merged) refused.push(merged)
      else if (merged.changes.length === 0) same++
      else changed.push(merged)
    }
  }
  return { added, changed, same, refused }
}

function remember(byForm: Map<string, GlossaryEntry | FileEntry>, entry: GlossaryEntry | FileEntry) {
  for (const form of entry.forms) byForm.set(keyOf(entry.kind, form), entry)
}

function keyOf(kind: EntryKind, { language, form }: Pick<FormDraft, 'language' | 'form'>): string {
  return `${kind} ${language} ${soughtOf(form)}`
}

function merging(
  { id, forms: known }: GlossaryEntry,
  { line, forms }: FileEntry,
): Plan['changed'][number] | RefusedLine {
  const settled = forms.find((form) => {
    const before = known.find(({ language }) => language === form.language)
    return before?.isLocked && before.form !== form.form
  })
  if (settled) {
    const { form } = known.find(({ language }) => language === settled.language)!
    return { line, key: 'glossary-line.locked', args: { language: settled.language, form } }
  }
  const drafts = forms.map((form) => {
    const before = known.find(({ language }) => language === form.language)
    const inflected = [...new Set([...(before?.inflected ?? []), ...(form.inflected ?? [])])]
    return { ...form, inflected, isLocked: form.isLocked || (before?.isLocked ?? false), before }
  })
  const changes = drafts.flatMap(({ before, ...draft }) => changesBetween(id, before, draft))
  const changed = new Set(changes.map(({ language }) => language))
  return {
    id,
    forms: drafts.filter(({ language }) => changed.has(language)).map(({ before, ...draft }) => draft),
    changes,
  }
}
