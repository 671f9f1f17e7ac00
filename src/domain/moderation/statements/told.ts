import { fullMoment } from '../../../kit/full-moment.ts'
import type { Language } from '../../../kit/language.ts'
import type { Say } from '../../../kit/sentences.ts'
import type { Reading } from '../../../store/index.ts'
import { editionForEach } from '../../articles/index.ts'
import { type CommentId, commentById } from '../../discussion/index.ts'
import type { AppealTables } from '../appeals/tables.ts'
import type { Decision } from '../decisions/decision.ts'
import { decidedComments, decisionById, wordsDecided } from '../decisions/decisions.ts'
import type { ReportTables } from '../reports/tables.ts'
import type { ModerationTables } from '../tables.ts'
import { type Ground, ground, OBJECTED_WITHIN_MS, RESTRICTIONS, type Statement } from './statement.ts'

/** A statement with all that it says. */
export interface Told {
  statement: Statement
  decision: Decision
  ground: Ground
  /** How the comment is numbered and when it was written; null where that is nobody's business. */
  comment: { id: CommentId; label: string; postedAt: number | null } | null
  article: { title: string; language: string; slug: string } | null
  /** Its author's own words as they were; null for others, and where they have been forgotten. */
  words: string | null
  /** Whether somebody had said that it is against the law. */
  wasNotified: boolean
  /** Whether an appeal ended in it, decided by who had decided before. */
  bySame: boolean
}

/** Gathers what a statement says. */
export async function toldBy(db: Reading, statement: Statement, language: Language): Promise<Told | undefined> {
  const decision = await decisionById(db, statement.decisionId)
  if (!decision) return
  const { commentId, articleId, to } = statement
  const comment = commentId === null ? undefined : await commentById(db, commentId)
  const edition = articleId === null ? undefined : (await editionForEach(db, [articleId], language)).get(articleId)
  const decided =
    to === 'author' && commentId !== null ? (await decidedComments(db, decision.id, { limit: 1 }))[0] : undefined
  const words = decided && (await wordsDecided(db, decided))
  return {
    statement,
    decision,
    ground: ground.parse(JSON.parse(statement.ground)),
    comment: comment ? { id: comment.id, label: comment.label, postedAt: comment.postedAt } : null,
    article: edition ?? null,
    words: words?.plain ?? null,
    bySame: await wasBySame(db, decision),
    wasNotified: commentId !== null && (await wasNotified(db, commentId)),
  }
}

/** One of several comments that a statement is about, with its author's words as they were; null where they have been forgotten. */
export interface Concerned {
  id: CommentId
  label: string
  words: string | null
}

/** So many of the comments that a statement is about are told apart. */
const MOST_CONCERNED = 100

/** The first of the comments that a statement to their author is about, by number; empty where it is about one, or an account. */
export function concernedBy(db: Reading, { decisionId, personId, to, comments }: Statement): Promise<Concerned[]> {
  if (to !== 'author' || comments < 2) return Promise.resolve([])
  return db
    .look<ModerationTables>()
    .selectFrom('decisionComment as decided')
    .innerJoin('comment', 'comment.id', 'decided.commentId')
    .leftJoin('commentRevision as then', (on) =>
      on.onRef('then.commentId', '=', 'decided.commentId').onRef('then.number', '=', 'decided.revision'),
    )
    .where('decided.decisionId', '=', decisionId)
    .where('decided.personId', '=', personId)
    .orderBy('decided.commentId')
    .limit(MOST_CONCERNED)
    .select(['comment.id', 'comment.label', 'then.plain as words'])
    .execute()
}

async function wasBySame(db: Reading, { id }: Decision): Promise<boolean> {
  const appeals = db.look<AppealTables>().selectFrom('appeal').select('id').where('outcomeId', '=', id)
  return (await appeals.where('bySame', '=', 1).executeTakeFirst()) !== undefined
}

async function wasNotified(db: Reading, commentId: CommentId): Promise<boolean> {
  const reports = db.look<ReportTables>().selectFrom('report').select('id').where('commentId', '=', commentId)
  return (await reports.where('kind', '=', 'illegal').limit(1).executeTakeFirst()) !== undefined
}

/** One line of a statement: what it is about, and what is said of it. */
export interface Line {
  label: string
  value: string
}

interface Reader {
  say: Say
  language: string
  zone: string
}

/** What a statement says, in order, in a reader's language. Source: Regulation (EU) 2022/2065, article 17(3). */
export function toldLines(told: Told, { say, language, zone }: Reader): Line[] {
  const { statement, decision, comment, article } = told
  const at = (moment: number) => fullMoment(moment, language, zone)
  const line = (name: string, value: string | null | undefined) =>
    value ? [{ label: say(`statement.${name}`), value }] : []
  return [
    ...line('what', whatWas(told, say)),
    ...line('until', decision.until === null ? null : at(decision.until)),
    ...line(
      'where',
      article && (comment ? say('statement.in', { label: comment.label, title: article.title }) : article.title),
    ),
    ...line('written', comment?.postedAt == null ? null : at(comment.postedAt)),
    ...line('decided', at(decision.at)),
    ...line('ground', groundIn(told.ground, language, say)),
    ...line('facts', decision.note),
    ...line('found', say('statement.found-by', { found: told.wasNotified ? 'notice' : decision.foundBy })),
    ...line(
      'automated',
      say(decision.automated ? 'statement.by-machine' : 'statement.by-person', { by: decision.byRole }),
    ),
    ...line('again', told.bySame ? say('appeal.by-same') : null),
    ...line(
      'object',
      mayObject(told) ? say('statement.object-by', { until: at(statement.at + OBJECTED_WITHIN_MS) }) : null,
    ),
  ]
}

/** What was decided, to whom it is told. @NOTE the choices of a sentence hold no hyphens. */
export function whatWas({ statement, decision }: Pick<Told, 'statement' | 'decision'>, say: Say): string {
  return say('statement.was', { kind: decision.kind.replaceAll('-', ''), to: statement.to, count: statement.comments })
}

/** Authors object to what is kept from them, and who reported to what was let stand. */
export function mayObject({ statement, decision }: Pick<Told, 'statement' | 'decision'>): boolean {
  const kind: string = decision.kind
  return statement.to === 'author' ? kind in RESTRICTIONS : kind === 'keep' || kind === 'let-in'
}

function groundIn({ rule, law }: Ground, language: string, say: Say): string | null {
  if (law) return say('statement.law', { law })
  const words = rule && (rule.words.find((one) => one.language === language) ?? rule.words[0])
  return rule && words ? `${say('log.rule', { number: rule.number, title: words.title })}. ${words.words}`.trim() : null
}
