import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { type EditionId, type PublishedWords, publishedWords } from '../../articles/index.ts'
import { entryById } from './entries.ts'
import type { EntryId, GlossaryEntry } from './entry.ts'
import { type CarriedForms, type FormBefore, type FormerForm, formerAmong } from './former-forms.ts'
import type { GlossaryTables } from './tables.ts'

/** A published edition that names an entry: how often it does in the present form, and in which words that stand for a form of before. */
export interface Carrying extends Pick<PublishedWords, 'id' | 'language' | 'title' | 'slug'>, CarriedForms {}

export interface Occurrences {
  editions: readonly Carrying[]
  /** How many were looked through for these. */
  lookedThrough: number
  /** Before which edition the next look goes on; undefined where everything was seen. */
  before: EditionId | undefined
}

/** Looks through texts for the forms of an entry, away from the thread that answers readers. */
export type FindCarried = (
  texts: readonly { language: Language; text: string }[],
  entry: Pick<GlossaryEntry, 'kind' | 'forms'>,
  former: readonly FormerForm[],
) => Promise<readonly CarriedForms[]>

const MOST_FORMER = 200
/** So many editions are handed over at a time. */
const IN_ONE_STEP = 10

/** In which published editions an entry is named, and which of them still carry a form that it had before: of as many as `limit` of the latest, below `before`. */
export async function occurrencesOf(
  db: Reading,
  { id, before, limit }: { id: EntryId; before?: EditionId | undefined; limit: number },
  findCarried: FindCarried,
): Promise<Occurrences> {
  const entry = await entryById(db, id)
  if (!entry) return { editions: [], lookedThrough: 0, before: undefined }
  const changes = await formChanges(db).where('glossaryChange.entryId', '=', entry.id).limit(MOST_FORMER).execute()
  const former = formerAmong(changes, [entry])
  const languages = [...new Set([...entry.forms, ...former].map(({ language }) => language))]
  const words = await publishedWords(db, { languages, before }, limit)
  const editions: Carrying[] = []
  for (let at = 0; at < words.length; at += IN_ONE_STEP) {
    const some = words.slice(at, at + IN_ONE_STEP)
    const carried = await findCarried(some.map(textOf), entry, former)
    for (const [n, { id, language, title, slug }] of some.entries())
      if (carried[n]!.count > 0 || carried[n]!.old.length > 0)
        editions.push({ id, language, title, slug, ...carried[n]! })
  }
  return { editions, lookedThrough: words.length, before: words.length === limit ? words.at(-1)!.id : undefined }
}

function textOf({ language, title, standfirst, plain }: PublishedWords) {
  return { language, text: [title, standfirst, plain].join('\n\n') }
}

const MOST_CHANGES = 2_000

/** The latest changes of forms in a language. */
export function formChangesIn(db: Reading, language: Language): Promise<FormBefore[]> {
  return formChanges(db).where('glossaryChange.language', '=', language).limit(MOST_CHANGES).execute()
}

function formChanges(db: Reading) {
  return db
    .look<GlossaryTables>()
    .selectFrom('glossaryChange')
    .select(['entryId', 'language', 'before'])
    .where('kind', '=', 'form')
    .where('before', 'is not', null)
    .orderBy('version', 'desc')
}
