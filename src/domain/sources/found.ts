import type { ExpressionBuilder } from 'kysely'
import type { Reading } from '../../store/index.ts'
import { soughtIn } from '../media/index.ts'
import type { MergedKind } from './merge.ts'
import type { OutletId } from './outlet.ts'
import { type KeptOutlet, whole as wholeOutlets } from './outlets.ts'
import { type KeptParty, whole as wholeParties } from './parties.ts'
import type { PartyId } from './party.ts'
import type { SourceTables } from './tables.ts'

const MOST_WORDS = 8

export interface Looked<Id> {
  /** Words that all stand in one of its names. */
  words?: string
  before?: Id | undefined
}

/** Outlets, the latest first, below a cursor; those that were merged into others aside. */
export async function outletsFound(
  db: Reading,
  { words = '', before }: Looked<OutletId>,
  limit: number,
): Promise<KeptOutlet[]> {
  let rows = db.look<SourceTables>().selectFrom('outlet').selectAll()
  for (const word of wordsIn(words))
    rows = rows.where((e) =>
      e.exists(
        e
          .selectFrom('outletWords')
          .select('outletWords.outletId')
          .whereRef('outletWords.outletId', '=', 'outlet.id')
          .where('outletWords.sought', 'like', word),
      ),
    )
  if (before) rows = rows.where('id', '<', before)
  const found = rows
    .where((e) => stands(e, 'outlet'))
    .orderBy('id', 'desc')
    .limit(limit)
  return wholeOutlets(db, await found.execute())
}

/** The same of those who are quoted. */
export async function partiesFound(
  db: Reading,
  { words = '', before }: Looked<PartyId>,
  limit: number,
): Promise<KeptParty[]> {
  let rows = db.look<SourceTables>().selectFrom('party').selectAll()
  for (const word of wordsIn(words))
    rows = rows.where((e) =>
      e.exists(
        e
          .selectFrom('partyWords')
          .select('partyWords.partyId')
          .whereRef('partyWords.partyId', '=', 'party.id')
          .where('partyWords.sought', 'like', word),
      ),
    )
  if (before) rows = rows.where('id', '<', before)
  const found = rows
    .where((e) => stands(e, 'party'))
    .orderBy('id', 'desc')
    .limit(limit)
  return wholeParties(db, await found.execute())
}

/** Outlets that are called so in any language, or known by this key; a few. */
export async function outletsCalled(db: Reading, name: string, limit: number): Promise<KeptOutlet[]> {
  const called = db
    .look<SourceTables>()
    .selectFrom('outletWords')
    .select('outletId')
    .where('sought', '=', soughtIn(name))
  const rows = db
    .look<SourceTables>()
    .selectFrom('outlet')
    .selectAll()
    .where((e) => e.or([e('key', '=', name.trim()), e('id', 'in', called)]))
    .where((e) => stands(e, 'outlet'))
  return wholeOutlets(db, await rows.orderBy('id').limit(limit).execute())
}

/** The same of those who are quoted. */
export async function partiesCalled(db: Reading, name: string, limit: number): Promise<KeptParty[]> {
  const called = db.look<SourceTables>().selectFrom('partyWords').select('partyId').where('sought', '=', soughtIn(name))
  const rows = db
    .look<SourceTables>()
    .selectFrom('party')
    .selectAll()
    .where((e) => e.or([e('key', '=', name.trim()), e('id', 'in', called)]))
    .where((e) => stands(e, 'party'))
  return wholeParties(db, await rows.orderBy('id').limit(limit).execute())
}

/** The outlet that publishes at a host, by its own address or one of its documents; undefined where none is known. */
export async function outletAtHost(db: Reading, host: string): Promise<KeptOutlet | undefined> {
  const bare = host.replace(/^www\./, '')
  const at = ['http://', 'https://', 'http://www.', 'https://www.'].flatMap((beginning) => [
    `${beginning}${bare}`,
    `${beginning}${bare}/`,
  ])
  const rows = db
    .look<SourceTables>()
    .selectFrom('outlet')
    .selectAll()
    .where('url', 'in', at)
    .where((e) => stands(e, 'outlet'))
  return (await wholeOutlets(db, await rows.orderBy('id').limit(1).execute()))[0]
}

/** @NOTE not every database has a sign that takes away the meaning of the wildcards; a letter more or less is found, too. */
function wordsIn(words: string): string[] {
  const sought = soughtIn(words).split(' ', MOST_WORDS).filter(Boolean)
  return sought.map((word) => `%${word.replace(/[%\\]/g, '_')}%`)
}

function stands(
  e: ExpressionBuilder<SourceTables, 'outlet'> | ExpressionBuilder<SourceTables, 'party'>,
  kind: MergedKind,
) {
  const from = e as ExpressionBuilder<SourceTables, 'outlet'>
  return from.not(
    from.exists(
      from
        .selectFrom('merge')
        .select('merge.id')
        .where('merge.kind', '=', kind)
        .whereRef('merge.fromId', '=', `${kind}.id` as 'outlet.id')
        .where('merge.undoneAt', 'is', null),
    ),
  )
}
