import type { Selectable } from 'kysely'
import type { Reading, Writing } from '../../../store/index.ts'
import { MOST_PHRASES, type Phrase, type PhraseId } from './phrase.ts'
import type { NewPhrase } from './phrase-lines.ts'
import type { PhraseTables } from './tables.ts'

/** The whole list, in the order of languages and words. */
export async function allPhrases(db: Reading): Promise<Phrase[]> {
  const rows = await listed(db).orderBy('sectionId').orderBy('language').orderBy('words').limit(MOST_PHRASES).execute()
  return rows.map(phraseFrom)
}

export interface AskedPhrases {
  /** Undefined for those of any. */
  language?: string | null | undefined
  after?: PhraseId | undefined
}

/** Those that were added last, before another. */
export async function latestPhrases(db: Reading, { language, after }: AskedPhrases, limit: number): Promise<Phrase[]> {
  let asked = listed(db)
  if (language !== undefined) asked = asked.where('language', '=', language ?? '')
  if (after) asked = asked.where('id', '<', after)
  return (await asked.orderBy('id', 'desc').limit(limit).execute()).map(phraseFrom)
}

export async function countPhrases(db: Reading): Promise<number> {
  const all = db
    .look<PhraseTables>()
    .selectFrom('phrase')
    .select(({ fn }) => fn.countAll<number>().as('count'))
  return (await all.executeTakeFirstOrThrow()).count
}

export async function phraseById(db: Reading, id: PhraseId): Promise<Phrase | undefined> {
  const row = await listed(db).where('id', '=', id).executeTakeFirst()
  return row && phraseFrom(row)
}

/** Adds those that are not on the list, and gives one that is there the kind that is named now; answers with those that are new or another. */
export async function putPhrases(tx: Writing, phrases: readonly NewPhrase[]): Promise<NewPhrase[]> {
  const known = new Map((await allPhrases(tx)).map((one) => [keyOf(one), one]))
  const wanted = [...new Map(phrases.map((one) => [keyOf(one), one])).values()]
  const changed = wanted.filter((one) => known.get(keyOf(one))?.kind !== one.kind)
  for (let at = 0; at < changed.length; at += AT_ONCE) {
    const values = changed
      .slice(at, at + AT_ONCE)
      .map(({ language, sectionId, ...rest }) => ({ ...rest, language: language ?? '', sectionId: sectionId ?? WHOLE }))
    const insert = tx.change<PhraseTables>().insertInto('phrase').values(values)
    const once = insert.onConflict((c) =>
      c.columns(['sectionId', 'language', 'words']).doUpdateSet(({ ref }) => ({ kind: ref('excluded.kind') })),
    )
    await once.execute()
  }
  return changed
}

const AT_ONCE = 500
/** Stands for every section. */
const WHOLE = 0

export async function takePhrase(tx: Writing, id: PhraseId): Promise<void> {
  await tx.change<PhraseTables>().deleteFrom('phrase').where('id', '=', id).execute()
}

function listed(db: Reading) {
  return db.look<PhraseTables>().selectFrom('phrase').selectAll()
}

function phraseFrom({ language, sectionId, ...rest }: Selectable<PhraseTables['phrase']>): Phrase {
  return { ...rest, language: language || null, sectionId: (sectionId || null) as Phrase['sectionId'] }
}

function keyOf({ language, sectionId, words }: NewPhrase): string {
  return `${sectionId ?? WHOLE}\t${language ?? ''}\t${words}`
}
