import type { Kysely, SelectQueryBuilder } from 'kysely'
import { padded, prepared, type Reading } from '../../../store/index.ts'
import type { ArticleId, ArticleTables } from '../../articles/index.ts'
import type { PersonId, PersonTables } from '../../people/index.ts'
import type { QuotationState } from '../quotations/quotation.ts'
import { type Quoter, quotersNamed } from '../quotations/quoters.ts'
import { countsOf, type ReactionCounts } from '../reactions/reaction.ts'
import type { DiscussionTables } from '../tables.ts'
import type { CommentId, CommentState, ROOT, Tombstone } from './comment.ts'
import type { ShownRow } from './reads.ts'

type Tables = DiscussionTables & PersonTables & ArticleTables
type Looking = Pick<Kysely<Tables>, 'selectFrom'>

/** A comment as a page shows it. Where a tombstone stands there are no words. */
export interface ShownComment {
  id: CommentId
  articleId: ArticleId
  parentId: CommentId | typeof ROOT
  rootId: CommentId
  depth: number
  ordinal: number
  state: CommentState
  label: string
  language: string | null
  author: ShownAuthor | null
  postedAt: number | null
  editedAt: number | null
  html: string | null
  replies: number
  /** Whether nobody answers it any more, nor what stands below it. */
  isLocked: boolean
  /** Whether moderators took a passage out of it. */
  isRedacted: boolean
  /** Whether it was restored after an appeal. */
  isAppealed: boolean
  /** The comment that stood here and stands elsewhere now. */
  movedTo: CommentId | null
  tombstone: Tombstone | null
  reactions: ReactionCounts
  quotations: ShownQuotation[]
  quotedBy: { count: number; first: Quoter[] }
}

/** Who wrote it: with whether they work for the publication, and the name that they have lately given up. */
export interface ShownAuthor {
  id: PersonId
  name: string
  isStaff: boolean
  formerly: string | null
}

/** A quotation as it stands now. Of a removed passage neither the words are in it nor who said them. */
export interface ShownQuotation {
  slot: number
  state: QuotationState | 'removed'
  words: string | null
  of:
    | { kind: 'comment'; id: CommentId; label: string; name: string | null }
    | { kind: 'edition'; language: string; slug: string; title: string }
    | null
  attribution: string
}

/** Fills rows with their quotations and with those who quoted them. */
export async function filled(db: Reading, rows: readonly ShownRow[]): Promise<ShownComment[]> {
  const [quoted, quoters] = await Promise.all([quotationsIn(db, rows), quotersNamed(db, rows)])
  const quotations = Map.groupBy(quoted, (q) => q.commentId)
  return rows.map((row) => {
    const { id, articleId, parentId, rootId, depth, ordinal, state, label, language, postedAt, editedAt, replies } = row
    const { html, quotedBy } = row
    return {
      id,
      articleId,
      parentId,
      rootId,
      depth,
      ordinal,
      state,
      label,
      language,
      postedAt,
      editedAt,
      html,
      replies,
      isLocked: row.locked === 1,
      isRedacted: row.redactedAt !== null,
      isAppealed: row.appealedAt !== null,
      movedTo: row.movedToId,
      author: authorOf(row),
      tombstone: tombstoneOn(row),
      reactions: countsOf((name) => row[name]),
      quotations: (quotations.get(row.id) ?? []).map(shownQuotation),
      quotedBy: { count: quotedBy, first: quoters.get(row.id) ?? [] },
    }
  })
}

function authorOf({ authorId: id, authorName: name, authorGrant, authorFormerly: formerly }: ShownRow) {
  return id !== null && name !== null ? { id, name, isStaff: authorGrant !== null, formerly } : null
}

function tombstoneOn({ state, cause, ruleId, removedAt }: ShownRow): Tombstone | null {
  return state === 'stands' ? null : { cause: cause ?? 'unknown', ruleId, at: removedAt }
}

/** What each earlier wording of a comment quoted, by the number of the wording. */
export async function formerQuotations(db: Reading, id: CommentId): Promise<Map<number, ShownQuotation[]>> {
  const rows = Map.groupBy(await formerWithin(db, { id }), ({ number }) => number)
  return new Map([...rows].map(([number, quotations]) => [number, quotations.map(shownQuotation)]))
}

/** What these comments quote, seen or not, by the comment. */
export async function quotationsOfEach(
  db: Reading,
  rows: readonly Pick<ShownRow, 'id' | 'html'>[],
): Promise<Map<CommentId, ShownQuotation[]>> {
  const quoted = Map.groupBy(await quotationsIn(db, rows), (q) => q.commentId)
  return new Map([...quoted].map(([id, quotations]) => [id, quotations.map(shownQuotation)]))
}

function quotationsIn(db: Reading, rows: readonly Pick<ShownRow, 'id' | 'html'>[]) {
  const ids = rows.filter(({ html }) => html?.includes('<q-slot')).map(({ id }) => id)
  if (ids.length === 0) return []
  return quotationsWithin(db, { ids: padded(ids) })
}

const quotationsWithin = prepared((db: Looking, { ids }: { ids: CommentId[] }) =>
  withPassages(db.selectFrom('quotation'))
    .where('quotation.commentId', 'in', ids)
    .orderBy('quotation.commentId')
    .orderBy('quotation.slot'),
)

const formerWithin = prepared((db: Looking, { id }: { id: CommentId }) =>
  withPassages(
    db
      .selectFrom('formerQuotation as quotation')
      .select('quotation.number')
      .where('quotation.commentId', '=', id)
      .orderBy('quotation.number'),
  ).orderBy('quotation.slot'),
)

function withPassages<Chosen>(quotations: SelectQueryBuilder<Tables, 'quotation', Chosen>) {
  return quotations
    .leftJoin('comment as passage', 'passage.id', 'quotation.ofCommentId')
    .leftJoin('person as speaker', 'speaker.id', 'passage.authorId')
    .leftJoin('edition', 'edition.id', 'quotation.ofEditionId')
    .leftJoin('revision', 'revision.id', 'edition.revisionId')
    .select(['quotation.commentId', 'quotation.slot', 'quotation.words', 'quotation.attribution', 'quotation.state'])
    .select(['passage.id as passageId', 'passage.label', 'passage.state as passageState', 'speaker.name'])
    .select(['edition.language', 'edition.slug', 'revision.title'])
}

type Quoting = Awaited<ReturnType<typeof quotationsWithin>>[number]

function shownQuotation(row: Quoting): ShownQuotation {
  const removed = isRemoved(row)
  return {
    slot: row.slot,
    state: removed ? 'removed' : row.state,
    words: removed ? null : row.words,
    of: passageOf(row),
    attribution: row.attribution,
  }
}

function passageOf(row: Quoting): ShownQuotation['of'] {
  const { passageId, label, language, slug, title } = row
  const name = isRemoved(row) ? null : row.name
  if (passageId !== null && label !== null) return { kind: 'comment', id: passageId, label, name }
  if (language !== null && slug !== null) return { kind: 'edition', language, slug, title: title ?? slug }
  return null
}

function isRemoved({ passageState }: Quoting): boolean {
  return passageState !== null && passageState !== 'stands'
}
