export { settleArrived } from './arrived.ts'
export { bestAtFirst } from './best.ts'
export {
  type Comment,
  type CommentId,
  EDIT_MINUTES,
  mayEdit,
  ROOT,
  type Tombstone,
  type Wording,
} from './comment.ts'
export {
  byId as commentById,
  discussionOf,
  type Parent,
  parentWith,
  tombstoneOf,
  visibleOn,
  wordingsOf,
} from './comments.ts'
export { edit, editionChanged, entomb, post, restore, standing, typedWords } from './discussion.ts'
export { type Draft, draftOf } from './draft.ts'
export { exportedDiscussion } from './exported.ts'
export { type Follow, type FollowCursor, follow, follows, followsOf, unfollow } from './follows.ts'
export { handComments } from './handing.ts'
export { type ImportedComment, placeImported, quoteImported } from './imported.ts'
export { MOST_SEEN, NOTHING } from './known.ts'
export { labelUnder } from './label.ts'
export { type DiscussionMap, mapOf, ownSpots, type Spot, spotsSince } from './map.ts'
export { draftWithMentions } from './mentions.ts'
export { migrations as discussionMigrations } from './migrations.ts'
export { misnumbered } from './misnumbered.ts'
export { misplaced } from './misplaced.ts'
export { ORDERS, type Order, orderFrom, ordersUnder } from './order.ts'
export { type OwnComment, type OwnReaction, ownReactions, ownWords } from './own-words.ts'
export type { Part, Rest } from './part.ts'
export { pageWith } from './place.ts'
export type { NewQuotation, QuotationState } from './quotation.ts'
export { inComment as quotationsIn, ofComment as quotationsOf } from './quotations.ts'
export { FIRST_QUOTERS, keptAs, type Quoter } from './quoters.ts'
export { previewed } from './quoting.ts'
export { createRankings, type Rankings, type Readied } from './rank.ts'
export { react } from './reacting.ts'
export { COUNT_OF, REACTION_KINDS, type ReactionCounts, type ReactionKind } from './reaction.ts'
export { reactionsBy } from './reactions.ts'
export { cameAfter, knownTo, leave, readingsOf } from './readings.ts'
export { latestShownRows, padded, shownRow, shownRows, writtenBy } from './reads.ts'
export { type Difference, recount, recounted, wordless } from './recount.ts'
export { filled, formerQuotations, type ShownComment, type ShownQuotation } from './shown.ts'
export { PAGE } from './siblings.ts'
export type { DiscussionTables } from './tables.ts'
export { type Asked, type Branch, FIRST_REPLIES, type Window, windowOf } from './window.ts'
export { wordingOf } from './wording.ts'
