import { Trouble } from '../../kit/trouble.ts'
import type { Reading, Writing } from '../../store/index.ts'
import { languageOf } from '../../text/language-guess.ts'
import { expand } from '../../text/quotation-blocks.ts'
import type { ArticleId, EditionId } from '../articles/index.ts'
import { mustMay, type Person } from '../people/index.ts'
import { type Comment, type CommentId, EDIT_MINUTES, MOST_EDITS, mayEdit, ROOT } from './comments/comment.ts'
import * as comments from './comments/comments.ts'
import type { Draft } from './comments/draft.ts'
import { addMentions, saveMentions } from './comments/mentions.ts'
import { place } from './comments/placing.ts'
import { commentEdited, commentPosted } from './events.ts'
import { changeOwn } from './policy.ts'
import * as quotations from './quotations/quotations.ts'
import { commentsIn, resolved, typedBlocks } from './quotations/quoting.ts'
import { recheckQuoters, tellQuoted } from './quotations/tell-quotations.ts'
import { replaceHeldEdit } from './states/held-edits.ts'

export interface Post {
  articleId: ArticleId
  under: CommentId | typeof ROOT
  /** The comment above, where it is known already. */
  parent?: comments.Parent | undefined
  by: Person
  draft: Draft
  language: string | null
  at: number
}

/** Adds a comment under an article or under another comment. Throws when the parent is missing, removed or of another article. */
export async function post(
  tx: Writing,
  { articleId, under, by, draft, language, at, ...known }: Post,
): Promise<Comment> {
  const { html, plain } = draft
  const parent = known.parent ?? (await parentAt(tx, under))
  const placing = { articleId, parent, authorId: by.id, language, state: 'stands', html, plain, postedAt: at } as const
  const [{ comment, isUnderTombstone, isLocked }, cited] = await Promise.all([
    place(tx, placing),
    resolved(tx, articleId, draft.blocks),
  ])
  if (isLocked) throw new Trouble('forbidden', 'comment.branch-locked')
  if (isUnderTombstone) throw new Trouble('conflict', 'comment.parent-removed')
  tx.also(comments.addRevision(tx, comment.id, 1, draft, at))
  tx.also(quotations.add(tx, articleId, comment.id, cited))
  tx.also(addMentions(tx, comment.id, draft.mentioned))
  tx.note(commentPosted, { about: comment.id, articleId, at })
  await tellQuoted(tx, comment, commentsIn(cited), 1, at)
  return comment
}

export interface Edit {
  id: CommentId
  by: Person
  draft: Draft
  /** The number of the wording that the author saw. */
  revision: number
  at: number
}

/** Changes an author's own words within 15 minutes and keeps the former ones. */
export async function edit(tx: Writing, change: Edit): Promise<Comment> {
  const { comment } = await mustBeChangeable(tx, change)
  await replaceHeldEdit(tx, change.id, change.at)
  await changeWords(tx, comment, change.draft, change.at)
  return comment
}

/** Has a comment be in the language that its author says, or in none; throws where they may not change it. */
export async function correctLanguage(
  tx: Writing,
  language: string | null,
  change: Omit<Edit, 'draft'>,
): Promise<void> {
  const { comment } = await mustBeChangeable(tx, change)
  if (comment.language === language) return
  await comments.show(tx, comment.id, { language })
  tx.note(commentEdited, { about: comment.id, articleId: comment.articleId, at: change.at })
}

/** The comment, held until the change is done; throws where its author may not change it, or somebody else just did. */
export async function mustBeChangeable(
  tx: Writing,
  { id, by, revision, at }: Omit<Edit, 'draft'>,
): Promise<{ comment: Comment }> {
  const comment = await standingLocked(tx, id)
  mustMay(changeOwn, by, comment)
  if (!mayEdit(comment, by.id, at)) throw new Trouble('forbidden', 'comment.edit-too-late', { minutes: EDIT_MINUTES })
  const last = await comments.latestWording(tx, id)
  if (!last || last.number !== revision) throw new Trouble('conflict', 'form.stale')
  if (last.number > MOST_EDITS) throw new Trouble('forbidden', 'comment.edited-too-often', { limit: MOST_EDITS })
  return { comment }
}

/** Puts other words in a comment's place, and keeps the former ones. */
export async function changeWords(tx: Writing, comment: Comment, draft: Draft, at: number): Promise<void> {
  const { id, articleId } = comment
  const last = (await comments.latestWording(tx, id))!
  const before = await quotations.inComment(tx, id)
  const cited = await resolved(tx, articleId, draft.blocks, before)
  await quotations.putAway(tx, before, last.number)
  await tellQuoted(tx, comment, commentsIn(before), -1, at)
  await quotations.add(tx, articleId, id, cited)
  await saveMentions(tx, id, draft.mentioned)
  await tellQuoted(tx, comment, commentsIn(cited), 1, at)
  await comments.addRevision(tx, id, last.number + 1, draft, at)
  const { html, plain } = draft
  await comments.show(tx, id, { html, plain, editedAt: at, language: languageAfter(comment, draft) })
  tx.note(commentEdited, { about: id, articleId, at })
  await recheckQuoters(tx, comment, { commentId: id }, draft.plain, at)
}

/** What other words are in. A language that the former ones do not tell was said by their author, and stays. */
function languageAfter({ plain, language }: Comment, draft: Draft): string | null {
  return language === languageOf(plain ?? '') ? draft.language : language
}

/** The words as their author typed them, quotations and all, with the number of that wording. */
export async function typedWords(db: Reading, id: CommentId): Promise<{ typed: string; revision: number } | undefined> {
  const wording = await comments.latestWording(db, id)
  if (!wording) return
  const blocks = await typedBlocks(db, await quotations.inComment(db, id))
  return { typed: expand(wording.words, blocks), revision: wording.number }
}

/** Sees whether quotations of an edition still stand in its new words. */
export async function editionChanged(
  tx: Writing,
  edition: { id: EditionId; articleId: ArticleId; plain: string },
  at: number,
) {
  await recheckQuoters(tx, edition, { editionId: edition.id }, edition.plain, at)
}

/** The comment, when its words stand; throws when it is missing or removed. */
export async function standing(db: Reading, id: CommentId): Promise<Comment> {
  const comment = await comments.byId(db, id)
  if (!comment) throw new Trouble('missing', 'comment.missing')
  if (comment.state !== 'stands') throw new Trouble('gone', 'comment.removed')
  return comment
}

/** The same, when nothing else can change it until this is done. */
export async function standingLocked(tx: Writing, id: CommentId): Promise<Comment> {
  const { articleId } = await standing(tx, id)
  await comments.lockDiscussion(tx, articleId)
  return standing(tx, id)
}

/** The comment above; undefined for a root. Throws when there is none of this number. */
export async function parentAt(tx: Writing, under: CommentId | typeof ROOT): Promise<comments.Parent | undefined> {
  if (under === ROOT) return
  const parent = await comments.parentWith(tx, under)
  if (!parent) throw new Trouble('missing', 'comment.parent-missing')
  return parent
}
