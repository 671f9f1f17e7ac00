import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { mayName } from '../../../text/names/may-name.ts'
import { mentionsIn } from '../../../text/names/mentions.ts'
import type { Named } from '../../../text/names/name.ts'
import { type EditionId, type PublishedWords, publishedWords } from '../../articles/index.ts'
import { entryById, soughtOf } from './entries.ts'
import type { EntryId, EntryKind, GlossaryEntry, GlossaryForm } from './entry.ts'
import type { GlossaryTables } from './tables.ts'

/** A published edition that names an entry. */
export interface Carrying extends Pick<PublishedWords, 'id' | 'language' | 'title' | 'slug'> {
  /** How often it does in the present form, and in which words that stand for a form of before. */
  count: number
  old: readonly string[]
}

export interface Occurrences {
  editions: readonly Carrying[]
  /** How many were looked through for these. */
  lookedThrough: number
  /** Before which edition the next look goes on; undefined where everything was seen. */
  before: EditionId | undefined
}

interface OldForm {
  entryId: EntryId
  language: Language
  form: string
}

/** In which published editions an entry is named, and which of them still carry a form that it had before: of as many as `limit` of the latest, below `before`. */
export async function occurrencesOf(
  db: Reading,
  { id, before, limit }: { id: EntryId; before?: EditionId | undefined; limit: number },
): Promise<Occurrences> {
  const entry = await entryById(db, id)
  if (!entry) return { editions: [], lookedThrough: 0, before: undefined }
  const old = await formerForms(db, entry)
  const languages = [...new Set([...entry.forms, ...old].map(({ language }) => language))]
  const words = await publishedWords(db, { languages, before }, limit)
  const editions = words.map((one) => carryingIn(one, entry, old)).filter((one) => one.count > 0 || one.old.length > 0)
  return { editions, lookedThrough: words.length, before: words.length === limit ? words.at(-1)!.id : undefined }
}

function carryingIn(edition: PublishedWords, entry: GlossaryEntry, old: readonly OldForm[]): Carrying {
  const { id, language, title, slug } = edition
  const text = [title, edition.standfirst, edition.plain].join('\n\n')
  const count = namedIn(text, language, entry.kind, entry.forms).length
  const former = old.filter((one) => one.language === language)
  const stale = former.length === 0 ? [] : namedIn(text, language, entry.kind, former)
  return { id, language, title, slug, count, old: [...new Set(stale.map(({ form }) => form))] }
}

type Form = Pick<GlossaryForm, 'language' | 'form'> & Partial<Pick<GlossaryForm, 'inflected'>>

function namedIn(text: string, language: Language, kind: EntryKind, forms: readonly Form[]) {
  const own = forms.filter((one) => one.language === language)
  const named: Named = { id: 1, kind, forms: own.map((one) => ({ inflected: [], ...one })) }
  return own.some(({ form, inflected = [] }) => [form, ...inflected].some((one) => mayName(text, one)))
    ? mentionsIn(text, language, [named]).filter(({ isDerived }) => !isDerived)
    : []
}

/** How an entry was written before, where that is not how it is written now. */
async function formerForms(db: Reading, entry: GlossaryEntry): Promise<OldForm[]> {
  const rows = await formChanges(db).where('glossaryChange.entryId', '=', entry.id).limit(MOST_FORMER).execute()
  return oldAmong(rows, new Map([[entry.id, entry]]))
}

const MOST_FORMER = 200

/** Which words of a text are a form that an entry of the glossary had before, and the form that it has now. */
export async function oldFormsIn(
  db: Reading,
  text: string,
  language: Language,
  entries: readonly GlossaryEntry[],
): Promise<{ entryId: EntryId; old: string; now: string; start: number; end: number }[]> {
  const rows = await formChanges(db).where('glossaryChange.language', '=', language).limit(MOST_CHANGES).execute()
  const standing = new Map(entries.map((entry) => [entry.id, entry]))
  const old = oldAmong(rows, standing).filter(({ form }) => mayName(text, form))
  const named: Named<EntryId>[] = old.map(({ entryId, form }) => ({
    id: entryId,
    kind: standing.get(entryId)!.kind,
    forms: [{ language, form, inflected: [] }],
  }))
  if (named.length === 0) return []
  const found = mentionsIn(text, language, named).filter(({ isDerived }) => !isDerived)
  return found.map(({ entryId, form, start, end }) => ({
    entryId,
    old: form,
    now: standing.get(entryId)!.forms.find((one) => one.language === language)?.form ?? '',
    start,
    end,
  }))
}

const MOST_CHANGES = 2_000

function formChanges(db: Reading) {
  return db
    .look<GlossaryTables>()
    .selectFrom('glossaryChange')
    .select(['entryId', 'language', 'before'])
    .where('kind', '=', 'form')
    .where('before', 'is not', null)
    .orderBy('version', 'desc')
}

function oldAmong(
  rows: readonly { entryId: EntryId; language: Language | null; before: string | null }[],
  standing: ReadonlyMap<EntryId, GlossaryEntry>,
): OldForm[] {
  const old = rows.flatMap(({ entryId, language, before }) => {
    const entry = standing.get(entryId)
    if (!entry || language === null || before === null) return []
    const now = entry.forms.find((one) => one.language === language)
    const isPresent = now && [now.form, ...now.inflected].some((form) => soughtOf(form) === soughtOf(before))
    return isPresent ? [] : [{ entryId, language, form: before }]
  })
  return [...new Map(old.map((one) => [`${one.entryId} ${one.language} ${one.form}`, one])).values()]
}
