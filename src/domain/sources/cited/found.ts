import type { Id } from '../../../kit/ids.ts'
import type { Reading } from '../../../store/index.ts'
import { soughtIn } from '../../media/index.ts'
import type { MergedKind } from '../merging/merge.ts'
import type { SourceTables } from '../tables.ts'
import type { CitedDraft, Kept, Sort } from './cited.ts'
import { citedWith } from './cited-kept.ts'
import { keysOf, wordsOf } from './name-forms.ts'

const MOST_WORDS = 8

export interface Looked<Id> {
  /** Words that all stand in one of its names. */
  words?: string
  before?: Id | undefined
}

/** Those that are called so, the latest first, below a cursor; those that were merged into others aside. */
export async function citedFound<Kind extends MergedKind, Draft extends CitedDraft>(
  db: Reading,
  sort: Sort<Kind, Draft>,
  { words = '', before }: Looked<Id<Kind>>,
  limit: number,
): Promise<Kept<Kind, Draft>[]> {
  let rows = standing(db, sort.kind)
  for (const word of wordsIn(words))
    rows = rows.where('id', 'in', wordsOf(db, sort.kind).select('citedId').where('sought', 'like', word))
  if (before) rows = rows.where('id', '<', before)
  return citedWith(db, sort, await idsIn<Kind>(rows.orderBy('id', 'desc').limit(limit)))
}

/** Those that are called so in any language, or known by this key; a few. */
export async function citedCalled<Kind extends MergedKind, Draft extends CitedDraft>(
  db: Reading,
  sort: Sort<Kind, Draft>,
  name: string,
  limit: number,
): Promise<Kept<Kind, Draft>[]> {
  const called = wordsOf(db, sort.kind).select('citedId').where('sought', '=', soughtIn(name))
  const rows = standing(db, sort.kind).where((e) => e.or([e('key', '=', name.trim()), e('id', 'in', called)]))
  return citedWith(db, sort, await idsIn<Kind>(rows.orderBy('id').limit(limit)))
}

async function idsIn<Kind extends MergedKind>(rows: ReturnType<typeof keysOf>): Promise<Id<Kind>[]> {
  return (await rows.execute()).map(({ id }) => id as Id<Kind>)
}

/** @NOTE not every database has a sign that takes away the meaning of the wildcards; a letter more or less is found, too. */
function wordsIn(words: string): string[] {
  const sought = soughtIn(words).split(' ', MOST_WORDS).filter(Boolean)
  return sought.map((word) => `%${word.replace(/[%\\]/g, '_')}%`)
}

/** Those that were not merged into others. */
function standing(db: Reading, kind: MergedKind) {
  const merged = db.look<SourceTables>().selectFrom('merge').select('fromId').where('kind', '=', kind)
  return keysOf(db, kind).where('id', 'not in', merged.where('undoneAt', 'is', null))
}
