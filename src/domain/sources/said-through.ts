import type { ExpressionBuilder } from 'kysely'
import type { Language } from '../../kit/language.ts'
import type { Reading } from '../../store/index.ts'
import { type ArticleId, type ArticleTables, READABLE } from '../articles/index.ts'
import type { ClaimId, ClaimStatus } from './claims/claim.ts'
import type { ClaimTables } from './claims-tables.ts'
import type { OutletId } from './outlet.ts'
import type { PartyId } from './party.ts'

type Tables = ClaimTables & ArticleTables

/** Somebody through whom claims came. */
export type Through = { partyId: PartyId } | { outletId: OutletId }

/** A claim in what readers see that came through somebody. */
export interface ClaimThrough {
  id: ClaimId
  articleId: ArticleId
  status: ClaimStatus
  /** Whether they were the first to say it. */
  isRoot: boolean
  /** In the asked language, or else as some edition has it. */
  words: string
}

export interface ThroughOften {
  claims: number
  /** Of how many of them they were the first to say it. */
  roots: number
  /** How many were refuted, retracted or corrected since. */
  corrected: number
}

/** More are not counted. */
export const MOST_COUNTED = 1_000
const SHOWN = 20
const PUT_RIGHT: readonly ClaimStatus[] = ['refuted', 'retracted', 'corrected']

/** How many claims came through somebody, counted to `MOST_COUNTED`, and the first of them: those that began with them before all others. */
export async function saidThrough(
  db: Reading,
  through: Through,
  language: Language,
): Promise<{ often: ThroughOften; claims: ClaimThrough[] }> {
  const rows = await stepsInSight(db, through)
  const each = [...new Map(rows.toReversed().map((row) => [row.id, row])).values()].toReversed()
  const often = {
    claims: each.length,
    roots: each.filter(({ position }) => position === 0).length,
    corrected: each.filter(({ status }) => PUT_RIGHT.includes(status)).length,
  }
  const shown = each.slice(0, SHOWN)
  const words = await wordsOf(
    db,
    shown.map(({ id }) => id),
    language,
  )
  const claims = shown.map(({ position, key: _, ...claim }) => ({
    ...claim,
    isRoot: position === 0,
    words: words.get(claim.id) ?? '',
  }))
  return { often, claims }
}

/** @NOTE by their place in the chain, as the index has them: nothing is sorted, however many there are. */
function stepsInSight(db: Reading, through: Through) {
  const [column, id] =
    'partyId' in through ? ['hop.partyId' as const, through.partyId] : ['hop.outletId' as const, through.outletId]
  return db
    .look<Tables>()
    .selectFrom('hop')
    .innerJoin('claim', 'claim.id', 'hop.claimId')
    .select(['claim.id', 'claim.articleId', 'claim.key', 'claim.status', 'hop.position'])
    .where(column, '=', id as never)
    .where((e) => e.exists(standing(e)))
    .orderBy('hop.position')
    .limit(MOST_COUNTED)
    .execute()
}

/** That a claim is marked in what readers see. */
function standing(e: ExpressionBuilder<Tables, 'claim'>) {
  return e
    .selectFrom('edition')
    .innerJoin('anchor', 'anchor.revisionId', 'edition.revisionId')
    .select('edition.id')
    .whereRef('edition.articleId', '=', 'claim.articleId')
    .where('edition.state', 'in', READABLE)
    .where('anchor.kind', '=', 'claim')
    .whereRef('anchor.key', '=', 'claim.key')
    .where('anchor.state', '=', 'marked')
}

async function wordsOf(db: Reading, ids: readonly ClaimId[], language: Language): Promise<Map<ClaimId, string>> {
  if (ids.length === 0) return new Map()
  const marked = db
    .look<Tables>()
    .selectFrom('claim')
    .innerJoin('edition', 'edition.articleId', 'claim.articleId')
    .innerJoin('anchor', (join) =>
      join
        .onRef('anchor.revisionId', '=', 'edition.revisionId')
        .onRef('anchor.key', '=', 'claim.key')
        .on('anchor.kind', '=', 'claim'),
    )
    .leftJoin('claimWords', (join) =>
      join.onRef('claimWords.claimId', '=', 'claim.id').onRef('claimWords.language', '=', 'edition.language'),
    )
    .select(['claim.id', 'edition.language', 'anchor.exact', 'claimWords.gist'])
    .where('claim.id', 'in', ids)
    .where('edition.state', 'in', READABLE)
    .orderBy('edition.id')
    .orderBy('anchor.place')
  const rows = await marked.execute()
  const inEach = Map.groupBy(rows, ({ id }) => id)
  return new Map(
    [...inEach].map(([id, all]) => {
      const one = all.find((row) => row.language === language) ?? all[0]!
      return [id, one.gist || one.exact]
    }),
  )
}
