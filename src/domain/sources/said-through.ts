import type { ExpressionBuilder } from 'kysely'
import type { Language } from '../../kit/language.ts'
import { MOST_COUNTED } from '../../kit/most-counted.ts'
import type { Reading } from '../../store/index.ts'
import { type ArticleTables, publicationOf, READABLE } from '../articles/index.ts'
import { type ClaimElsewhere, claimsElsewhere } from './chain/claims-elsewhere.ts'
import { spokenIn } from './chain/spoken.ts'
import { type ClaimId, type ClaimStatus, PUT_RIGHT } from './claims/claim.ts'
import type { HopId } from './claims/hop.ts'
import type { ClaimTables } from './claims-tables.ts'
import type { OutletId } from './outlet.ts'
import type { PartyId } from './party.ts'

type Tables = ClaimTables & ArticleTables

/** Somebody through whom claims came. */
export type Through = { partyId: PartyId } | { outletId: OutletId }

/** A claim in what readers see that came through somebody. */
export interface ClaimThrough {
  id: ClaimId
  /** The step at which they stand. */
  stepId: HopId
  status: ClaimStatus
  /** Whether it began with them. */
  isRoot: boolean
  /** In the asked language, or else as some edition has it. */
  words: string
  /** Where it can be read. */
  place: ClaimElsewhere['elsewhere']
}

export interface ThroughOften {
  claims: number
  /** How many of them began with them. */
  roots: number
  /** How many were refuted, retracted or corrected since. */
  corrected: number
}

/** A step from which a list goes on. */
export type StepId = HopId

/** How many claims came through somebody, counted to `MOST_COUNTED`. */
export async function oftenThrough(db: Reading, through: Through): Promise<ThroughOften> {
  const rows = await stepsInSight(db, through).limit(MOST_COUNTED).execute()
  return {
    claims: rows.length,
    roots: rows.filter(({ position }) => position === 0).length,
    corrected: rows.filter(({ status }) => PUT_RIGHT.includes(status)).length,
  }
}

/** Claims that came through somebody, below a cursor: those that began with them before all others. */
export async function claimsThrough(
  db: Reading,
  through: Through,
  { language, after, limit }: { language: Language; after: StepId | undefined; limit: number },
): Promise<ClaimThrough[]> {
  const last = after === undefined ? undefined : await placeOf(db, after)
  const rows = await stepsInSight(db, through)
    .$if(last !== undefined, (q) =>
      q.where((e) =>
        e.or([
          e('hop.position', '>', last!.position),
          e.and([e('hop.position', '=', last!.position), e('hop.id', '>', last!.id)]),
        ]),
      ),
    )
    .limit(limit)
    .execute()
  const { defaultLanguage } = await publicationOf(db)
  const ids = rows.map(({ id }) => id)
  const told = await claimsElsewhere(db, ids, spokenIn(language, defaultLanguage))
  return rows.map(({ id, stepId, position, status }) => {
    const { gist = '', elsewhere = null } = told.get(id) ?? {}
    return { id, stepId, status, isRoot: position === 0, words: gist, place: elsewhere }
  })
}

async function placeOf(db: Reading, id: StepId) {
  return db.look<Tables>().selectFrom('hop').select(['id', 'position']).where('id', '=', id).executeTakeFirst()
}

/** The first step of each claim at which they stand. @NOTE by their place in the chain, as the index has them: nothing is sorted, however many there are. */
function stepsInSight(db: Reading, through: Through) {
  const [column, id] =
    'partyId' in through ? (['partyId', through.partyId] as const) : (['outletId', through.outletId] as const)
  return db
    .look<Tables>()
    .selectFrom('hop')
    .innerJoin('claim', 'claim.id', 'hop.claimId')
    .select(['claim.id', 'claim.status', 'hop.position', 'hop.id as stepId'])
    .where(`hop.${column}`, '=', id as never)
    .where((e) => e.exists(standing(e)))
    .where((e) => e.not(e.exists(earlier(e, column))))
    .orderBy('hop.position')
    .orderBy('hop.id')
}

/** That they stand earlier in the same chain, too. */
function earlier(e: ExpressionBuilder<Tables, 'hop'>, column: 'partyId' | 'outletId') {
  return e
    .selectFrom('hop as before')
    .select('before.id')
    .whereRef('before.claimId', '=', 'hop.claimId')
    .whereRef('before.position', '<', 'hop.position')
    .whereRef(`before.${column}`, '=', `hop.${column}`)
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
