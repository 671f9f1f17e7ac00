import type { ExpressionBuilder } from 'kysely'
import type { Language } from '../../kit/language.ts'
import { MOST_COUNTED } from '../../kit/most-counted.ts'
import type { Reading } from '../../store/index.ts'
import { type ArticleTables, publicationOf, READABLE } from '../articles/index.ts'
import { type ClaimElsewhere, claimsElsewhere } from './chain/claims-elsewhere.ts'
import { spokenIn } from './chain/spoken.ts'
import { type ClaimId, type ClaimStatus, PUT_RIGHT } from './claims/claim.ts'
import type { HopId } from './claims/hop.ts'
import type { ClaimTables } from './claims/tables.ts'
import type { OutletId } from './outlets/outlet.ts'
import type { PartyId } from './parties/party.ts'

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

/** What came through somebody: how many claims, counted to `MOST_COUNTED`, and a page of them. */
export interface SaidThrough {
  often: ThroughOften
  claims: readonly ClaimThrough[]
}

/** Claims that came through somebody, below a cursor: those that began with them before all others. */
export async function saidThrough(
  db: Reading,
  through: Through,
  { language, after, limit }: { language: Language; after: StepId | undefined; limit: number },
): Promise<SaidThrough> {
  const first = await stepsInSight(db, through).limit(MOST_COUNTED).execute()
  const steps = after === undefined ? first.slice(0, limit) : await stepsAfter(db, through, after, limit)
  return { often: oftenIn(first), claims: await told(db, steps, language) }
}

type Step = Awaited<ReturnType<typeof stepsAfter>>[number]

function oftenIn(steps: readonly Step[]): ThroughOften {
  return {
    claims: steps.length,
    roots: steps.filter(({ position }) => position === 0).length,
    corrected: steps.filter(({ status }) => PUT_RIGHT.includes(status)).length,
  }
}

async function stepsAfter(db: Reading, through: Through, after: StepId, limit: number) {
  const last = await placeOf(db, after)
  return stepsInSight(db, through)
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
}

async function told(db: Reading, steps: readonly Step[], language: Language): Promise<ClaimThrough[]> {
  const { defaultLanguage } = await publicationOf(db)
  const ids = steps.map(({ id }) => id)
  const elsewhere = await claimsElsewhere(db, ids, spokenIn(language, defaultLanguage))
  return steps.map(({ id, stepId, position, status }) => {
    const { gist = '', elsewhere: place = null } = elsewhere.get(id) ?? {}
    return { id, stepId, status, isRoot: position === 0, words: gist, place }
  })
}

async function placeOf(db: Reading, id: StepId) {
  return db.look<Tables>().selectFrom('hop').select(['id', 'position']).where('id', '=', id).executeTakeFirst()
}

/**
 * The first step of each claim at which they stand. @NOTE by their place in the chain, as the index has them: nothing is sorted, however
 * many there are. What is asked of each is asked in a subquery for a value: one of `exists` may be turned about, and begin with all that is published.
 */
function stepsInSight(db: Reading, through: Through) {
  const [column, id] =
    'partyId' in through ? (['partyId', through.partyId] as const) : (['outletId', through.outletId] as const)
  return db
    .look<Tables>()
    .selectFrom('hop')
    .innerJoin('claim', 'claim.id', 'hop.claimId')
    .select(['claim.id', 'claim.status', 'hop.position', 'hop.id as stepId'])
    .where(`hop.${column}`, '=', id as never)
    .where((e) => e(standing(e), 'is not', null))
    .where((e) => e(earlier(e, column), 'is', null))
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
    .limit(1)
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
    .limit(1)
}
