import { setImmediate } from 'node:timers/promises'
import type { Reading } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import type { DiscussionTables } from '../../discussion/index.ts'
import { nameKey, type PersonTables } from '../../people/index.ts'

type Tables = DiscussionTables & PersonTables

const WORD = /[\p{L}\p{N}_][\p{L}\p{N}\p{M}_.'’-]*/gu
const ENDS = /[.'’-]+$/
const HAN = /\p{Script=Han}+/gu
const MOST_WORDS = 3
const SHORTEST = 2
const LONGEST_IN_HAN = 4
/** As many are made ready without letting others have a turn. */
const IN_ONE_BREATH = 100
const AT_ONCE = 500

/** What in these texts is the name of somebody who writes in the discussion, as it is written there. */
export async function readersNamed(db: Reading, articleId: ArticleId, texts: readonly string[]): Promise<string[]> {
  const written = new Map<string, string[]>()
  const candidates = new Set(texts.flatMap(candidatesIn))
  for (const [at, candidate] of [...candidates].entries()) {
    const key = nameKey(candidate)
    written.set(key, [...(written.get(key) ?? []), candidate])
    if (at % IN_ONE_BREATH === 0) await setImmediate()
  }
  const keys = [...written.keys()].filter((key) => key !== '')
  const found: string[] = []
  for (let at = 0; at < keys.length; at += AT_ONCE)
    found.push(...(await keysOfReaders(db, articleId, keys.slice(at, at + AT_ONCE))))
  return found.flatMap((key) => written.get(key) ?? [])
}

/** One word, or two or three of them; in Chinese, where no space tells them apart, every few letters. */
function candidatesIn(text: string): string[] {
  const words = [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    const trimmed = word.replace(ENDS, '')
    return { start: index, end: index + trimmed.length }
  })
  const spoken = words.flatMap(({ start }, at) =>
    words.slice(at, at + MOST_WORDS).map(({ end }) => text.slice(start, end)),
  )
  return [...spoken, ...[...text.matchAll(HAN)].flatMap(([run]) => partsOf(run))].filter(
    (name) => name.length >= SHORTEST && !name.includes('\n'),
  )
}

function partsOf(run: string): string[] {
  const letters = [...run]
  return letters.flatMap((_, at) =>
    Array.from({ length: LONGEST_IN_HAN - SHORTEST + 1 }, (_, n) => letters.slice(at, at + SHORTEST + n).join('')),
  )
}

async function keysOfReaders(db: Reading, articleId: ArticleId, keys: readonly string[]): Promise<string[]> {
  const rows = await db
    .look<Tables>()
    .selectFrom('person')
    .select('person.nameKey')
    .where('person.nameKey', 'in', keys)
    .where((e) =>
      e.exists(
        e
          .selectFrom('comment')
          .select('comment.id')
          .whereRef('comment.authorId', '=', 'person.id')
          .where('comment.articleId', '=', articleId),
      ),
    )
    .execute()
  return rows.map((row) => row.nameKey)
}
