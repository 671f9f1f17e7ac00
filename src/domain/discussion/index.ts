export type { Mark, MarkCursor } from './attention/mark.ts'
export { follows, type Marks, saved } from './attention/marks.ts'
export { MOST_SEEN, NOTHING, type ReadState } from './attention/read-state.ts'
export { cameAfter, readStateOf, saveReadState } from './attention/read-states.ts'
export {
  type Cause,
  type Comment,
  type CommentId,
  type CommentState,
  EDIT_MINUTES,
  mayEdit,
  ROOT,
  type Tombstone,
  UNDECIDED,
  type Wording,
} from './comments/comment.ts'
export {
  byId as commentById,
  discussionOf,
  type KeptComment,
  keptById as keptCommentById,
  latestWording,
  lockDiscussion,
  type Parent,
  parentWith,
  visibleOn,
  wordingsOf,
} from './comments/comments.ts'
export { type Draft, draftOf } from './comments/draft.ts'
export { labelUnder } from './comments/label.ts'
export { isLocked } from './comments/locks.ts'
export { draftWithMentions } from './comments/mentions.ts'
export { ownWords } from './comments/own-words.ts'
export { latestShownRows, shownRow, shownRows, writtenBy } from './comments/reads.ts'
export { filled, formerQuotations, type ShownComment } from './comments/shown.ts'
export { stands } from './comments/stands.ts'
export { wordingOf } from './comments/wording.ts'
export { dataKinds as discussionData } from './data-kinds.ts'
export { correctLanguage, edit, editionChanged, type Post, post, standing, typedWords } from './discussion.ts'
export { whereTombstonesAreLeft } from './erasing/where-tombstones-are-left.ts'
export {
  branchMoved,
  COMMENT_EVENTS,
  commentEditDecided,
  commentEdited,
  commentEditHeld,
  commentHeld,
  commentPosted,
  commentQuoted,
  commentReacted,
  commentRemoved,
  commentRestored,
  discussionImported,
  events as discussionEvents,
  LANGUAGES_AT_ONCE,
  languagesTold,
  quotationsChanged,
} from './events.ts'
export { languageTeller } from './languages/language-teller.ts'
export { migrations as discussionMigrations } from './migrations.ts'
export { exportedDiscussion } from './moving/exported.ts'
export { exportedDiscussionBefore, exportedRemovalsBefore } from './moving/exported-before.ts'
export { placeImported, quoteImported } from './moving/imported.ts'
export { commentHolder } from './moving/reassign.ts'
export { settleImported } from './moving/settle-imported.ts'
export { changeOwn, policy as discussionPolicy, reactToOthers, takeBackOwn } from './policy.ts'
export type { NewQuotation } from './quotations/quotation.ts'
export {
  inComment as quotationsIn,
  ofComment as quotationsOf,
  ofEdition as quotationsOfEdition,
} from './quotations/quotations.ts'
export { FIRST_QUOTERS, keptAs } from './quotations/quoters.ts'
export { previewed } from './quotations/quoting.ts'
export { bestAtFirst } from './reactions/best.ts'
export { react } from './reactions/react.ts'
export { COUNT_OF, NO_REACTIONS, REACTION_KINDS, type ReactionCounts, type ReactionKind } from './reactions/reaction.ts'
export { reactionsBy, reactionsIn } from './reactions/reactions.ts'
export { contradictory } from './states/contradictory.ts'
export type { NewRemoval, Removal } from './states/decisions.ts'
export { type HeldComment, heldComment, heldUnder, isAnyHeld } from './states/held-comments.ts'
export type { HeldEdit } from './states/held-edit.ts'
export { heldEditOf, heldEditsOf } from './states/held-edits.ts'
export { hold, letIn } from './states/hold.ts'
export { holdEdit, letEditIn, refuseEdit } from './states/hold-edit.ts'
export { holdInForce } from './states/holds.ts'
export { lock, unlock } from './states/lock.ts'
export { moveBack, moveBranch } from './states/move-branch.ts'
export { redact, redactAgain, unredact } from './states/redact.ts'
export { lastRemoval, lastTakenBack, removalInForce } from './states/removals.ts'
export { remove, removeHeld, removeMany, restore } from './states/remove.ts'
export type { DiscussionTables } from './tables.ts'
export { type Bar, type DiscussionMap, mapOf, ownSpots, type Spot, spotsSince } from './thread/map.ts'
export { misnumbered } from './thread/misnumbered.ts'
export { misplaced } from './thread/misplaced.ts'
export { ORDERS, type Order, orderFrom, ordersUnder } from './thread/order.ts'
export type { PageCursor } from './thread/page-cursor.ts'
export { pageOfComment } from './thread/page-of-comment.ts'
export { createRankings, type Rankings, type Readied } from './thread/rank.ts'
export { recount, recounted } from './thread/recount.ts'
export { type Branch, FIRST_REPLIES, type PageRequest, type ThreadPage, threadPage } from './thread/thread-page.ts'
