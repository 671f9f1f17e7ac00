import { type Expression, type ExpressionBuilder, type SqlBool, sql } from 'kysely'
import type { Reading } from '../../../store/index.ts'
import type { Member, PersonId } from '../../people/index.ts'
import { MODERATORS } from '../policy.ts'
import type { ModerationTables } from '../tables.ts'
import { type Case, type CaseId, type CaseReason, CLAIM_MS } from './case.ts'

/** In which order cases are worked on, each said in a sentence. */
export const QUEUE_ORDERS = ['oldest', 'heaviest', 'likeliest'] as const
export type QueueOrder = (typeof QUEUE_ORDERS)[number]

const BY: Readonly<Record<QueueOrder, readonly ['openedAt' | 'weight' | 'score', 'asc' | 'desc']>> = {
  oldest: ['openedAt', 'asc'],
  heaviest: ['weight', 'desc'],
  likeliest: ['score', 'desc'],
}

/** Which of the open cases; what is not asked for is not asked of them. */
export interface QueueFilter {
  /** By its slug. */
  section?: string | undefined
  language?: string | undefined
  reason?: CaseReason | undefined
  /** Opened at this moment or before. */
  openedBy?: number | undefined
  /** At least so likely, in thousandths. */
  score?: number | undefined
  /** Those nobody works on, or those that somebody does. */
  /** Those about which something waits for a second person, who is another than this one. */
  secondFor?: PersonId | undefined
  free?: boolean | undefined
  claimedBy?: PersonId | undefined
}

/** Where the next page begins: after this case. */
export interface QueueCursor {
  value: number
  id: CaseId
}

export interface QueueAsked extends QueueFilter {
  order: QueueOrder
  after?: QueueCursor | undefined
}

/** The open cases that somebody may handle, some of them in the order that is asked for. */
export function queue(db: Reading, by: Member, asked: QueueAsked, now: number, limit: number): Promise<Case[]> {
  const [column, direction] = BY[asked.order]
  let cases = openTo(db, by, asked, now).selectAll('moderationCase')
  const { after } = asked
  if (after) {
    const [further, value] = [direction === 'asc' ? ('>' as const) : ('<' as const), after.value]
    cases = cases.where((e) =>
      e.or([e(column, further, value), e.and([e(column, '=', value), e('id', '>', after.id)])]),
    )
  }
  return cases.orderBy(column, direction).orderBy('id').limit(limit).execute()
}

/** Where the page after a case begins. */
export function cursorAfter(one: Case, order: QueueOrder): QueueCursor {
  return { value: one[BY[order][0]], id: one.id }
}

/** How many there are, counted up to a limit. */
export async function countQueue(
  db: Reading,
  by: Member,
  filter: QueueFilter,
  now: number,
  limit: number,
): Promise<number> {
  const some = openTo(db, by, filter, now).select('moderationCase.id').limit(limit)
  const counted = db.look<ModerationTables>().selectFrom(some.as('some'))
  return Number((await counted.select((e) => e.fn.countAll<number>().as('many')).executeTakeFirstOrThrow()).many)
}

function openTo(db: Reading, by: Member, filter: QueueFilter, now: number) {
  const { section, language, reason, openedBy, score, free, claimedBy, secondFor } = filter
  let cases = db.look<ModerationTables>().selectFrom('moderationCase').where(sql<boolean>`"closedAt" is null`)
  if (section)
    cases = cases.where('sectionId', 'in', (e) =>
      e.selectFrom('section').select('section.id').where('section.slug', '=', section),
    )
  if (language) cases = cases.where('language', '=', language)
  if (openedBy !== undefined) cases = cases.where('openedAt', '<=', openedBy)
  if (score) cases = cases.where('score', '>=', score)
  if (reason) cases = cases.where((e) => e.exists(withReason(e, reason)))
  if (secondFor) cases = cases.where(proposedToOthers(secondFor))
  if (claimedBy) cases = cases.where('claimedById', '=', claimedBy).where('claimedAt', '>', now - CLAIM_MS)
  if (free) cases = cases.where((e) => e.or([e('claimedById', 'is', null), e('claimedAt', '<=', now - CLAIM_MS)]))
  return cases.where((e) => reachedBy(e, by))
}

type Expressions = ExpressionBuilder<ModerationTables, 'moderationCase'>

function withReason(e: Expressions, reason: CaseReason) {
  const reasons = e.selectFrom('caseReason').select('caseReason.reason').where('caseReason.reason', '=', reason)
  return reasons.whereRef('caseReason.caseId', '=', 'moderationCase.id')
}

function proposedToOthers(by: PersonId) {
  return sql<SqlBool>`exists (select 1 from "proposal" where "proposal"."commentId" = "moderationCase"."commentId"
    and "proposal"."endedAt" is null and "proposal"."byId" <> ${by})`
}

/** Whether nobody knows in which language a comment is, or the publication does not appear in it, and its article is in one of these. */
function isOfArticleIn(e: Expressions, languages: readonly string[]): Expression<SqlBool> {
  const editions = e
    .selectFrom('edition')
    .select('edition.id')
    .where(sql.ref('edition.language'), 'in', [...languages])
  const ofArticle = editions.whereRef('edition.articleId', '=', 'moderationCase.articleId')
  const offered = e.selectFrom('publicationWords').select('publicationWords.language')
  const language = e.ref('moderationCase.language')
  return e.and([e.or([e(language, 'is', null), e(language, 'not in', offered)]), e.exists(ofArticle)])
}

/** What roles reach, as `reaches` has it. */
function reachedBy(e: Expressions, { roles }: Member): Expression<SqlBool> {
  const moderating = roles.filter(({ role }) => MODERATORS.includes(role))
  return e.or(
    moderating.map(({ sections, languages }) => {
      const slugs = e
        .selectFrom('section')
        .select('section.id')
        .where('section.slug', 'in', [...sections])
      return e.and([
        ...(sections.length > 0 ? [e('sectionId', 'in', slugs)] : []),
        ...(languages.length > 0 ? [e.or([e('language', 'in', [...languages]), isOfArticleIn(e, languages)])] : []),
      ])
    }),
  )
}
