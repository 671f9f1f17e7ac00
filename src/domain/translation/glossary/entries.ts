import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { searchFolded } from '../../../text/fold.ts'
import { nameKey } from '../../../text/names/name-words.ts'
import { unquoted } from '../../../text/names/patterns.ts'
import { type EntryId, type EntryKind, type GlossaryEntry, type GlossaryForm, MOST_ENTRIES } from './entry.ts'
import type { GlossaryTables } from './tables.ts'

/** By which a form is looked for: of one case, without accents, apostrophes and quotation marks. */
export function soughtOf(form: string): string {
  return searchFolded(nameKey(unquoted(form)))
}

/** An entry with its forms, unless it was taken out. */
export async function entryById(db: Reading, id: EntryId): Promise<GlossaryEntry | undefined> {
  const entry = await standing(db).where('id', '=', id).executeTakeFirst()
  return entry && (await withForms(db, [entry]))[0]
}

export interface AskedEntries {
  /** A part of a form in any language. */
  words?: string | undefined
  kind?: EntryKind | undefined
  /** Those with a form in this language. */
  language?: Language | undefined
  before?: EntryId | undefined
}

/** Those that were added last, before another. */
export async function entriesFound(db: Reading, asked: AskedEntries, limit: number): Promise<GlossaryEntry[]> {
  const { words = '', kind, language, before } = asked
  const part = soughtOf(words).replace(/[%_\\]/g, '')
  const rows = await standing(db)
    .$if(kind !== undefined, (q) => q.where('kind', '=', kind!))
    .$if(before !== undefined, (q) => q.where('id', '<', before!))
    .$if(part !== '' || language !== undefined, (q) =>
      q.where('id', 'in', (e) =>
        e
          .selectFrom('glossaryForm')
          .select('entryId')
          .$if(part !== '', (f) => f.where('sought', 'like', `%${part}%`))
          .$if(language !== undefined, (f) => f.where('language', '=', language!)),
      ),
    )
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return withForms(db, rows)
}

export async function countEntries(db: Reading): Promise<number> {
  const all = db
    .look<GlossaryTables>()
    .selectFrom('glossaryEntry')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('removedAt', 'is', null)
  return (await all.executeTakeFirstOrThrow()).count
}

/** Every entry with its forms in some languages, or in all where none are named; those without any are left out. */
export async function glossaryFor(db: Reading, languages?: readonly Language[]): Promise<GlossaryEntry[]> {
  const entries = await standing(db).orderBy('id').limit(MOST_ENTRIES).execute()
  const forms = db
    .look<GlossaryTables>()
    .selectFrom('glossaryForm')
    .selectAll()
    .$if(languages !== undefined, (q) => q.where('language', 'in', languages!))
  const rows = languages?.length === 0 ? [] : await forms.orderBy('entryId').orderBy('language').execute()
  return joined(entries, rows).filter((entry) => entry.forms.length > 0)
}

/** Entries of a kind that are written so in a language. */
export async function entriesWritten(
  db: Reading,
  { kind, language, form }: { kind: EntryKind; language: Language; form: string },
): Promise<EntryId[]> {
  const rows = await db
    .look<GlossaryTables>()
    .selectFrom('glossaryForm')
    .innerJoin('glossaryEntry', 'glossaryEntry.id', 'glossaryForm.entryId')
    .select('glossaryEntry.id')
    .where('glossaryForm.language', '=', language)
    .where('glossaryForm.sought', '=', soughtOf(form))
    .where('glossaryEntry.kind', '=', kind)
    .where('glossaryEntry.removedAt', 'is', null)
    .orderBy('glossaryEntry.id')
    .limit(2)
    .execute()
  return rows.map(({ id }) => id)
}

function standing(db: Reading) {
  return db
    .look<GlossaryTables>()
    .selectFrom('glossaryEntry')
    .select(['id', 'kind', 'note'])
    .where('removedAt', 'is', null)
}

type EntryRow = Pick<GlossaryEntry, 'id' | 'kind' | 'note'>
type FormRow = Omit<GlossaryTables['glossaryForm'], 'id'>

async function withForms(db: Reading, entries: readonly EntryRow[]): Promise<GlossaryEntry[]> {
  if (entries.length === 0) return []
  const ids = entries.map(({ id }) => id)
  const forms = db.look<GlossaryTables>().selectFrom('glossaryForm').selectAll().where('entryId', 'in', ids)
  return joined(entries, await forms.orderBy('entryId').orderBy('language').execute())
}

function joined(entries: readonly EntryRow[], rows: readonly FormRow[]): GlossaryEntry[] {
  const byEntry = Map.groupBy(rows, ({ entryId }) => entryId)
  return entries.map((entry) => ({ ...entry, forms: (byEntry.get(entry.id) ?? []).map(formOf) }))
}

function formOf({ language, form, state, inflected, scheme, byId, at }: FormRow): GlossaryForm {
  const others: readonly string[] = JSON.parse(inflected)
  return { language, form, isLocked: state === 'locked', inflected: others, scheme, byId, at }
}
