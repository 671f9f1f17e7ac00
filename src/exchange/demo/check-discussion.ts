import { stands } from '../../text/fold.ts'
import { plainArticle, plainComment } from '../../text/plain.ts'
import type { ReadArticle } from '../articles/index.ts'
import type { Mistakes } from '../kit/mistakes.ts'
import type { CommentInFile, QuotationInFile } from './discussion-file.ts'
import type { Entry } from './entries.ts'

const MARKER = /^\[\[quotation:(\d+)\]\]$/gm

/** Sees that every reply follows what it answers, and that every quotation is what the file says of it. */
export function checkDiscussion(
  entries: readonly Entry[],
  article: ReadArticle,
  rules: readonly number[],
  mistakes: Mistakes,
) {
  const before = new Map<number, CommentInFile>()
  const speakers = new Set(entries.map(({ comment }) => comment.by))
  for (const { comment, parentId, place } of entries) {
    const wrong = (sentence: string) => mistakes.add(place, `Comment ${comment.id}: ${sentence}`)
    if (before.has(comment.id)) wrong('there is another of this number.')
    if (parentId !== undefined && !before.has(parentId)) wrong('it is older than the comment that it answers.')
    if (!comment.words && !comment.removed) wrong('it has no words, and nobody removed it.')
    if (comment.removed?.by === 'moderators' && !rules.includes(comment.removed.rule ?? 0))
      wrong('there is no such rule.')
    const slots = [...(comment.words ?? '').matchAll(MARKER)].map(([, slot]) => Number(slot))
    if (slots.join() !== comment.quotations.map((_, index) => index + 1).join())
      wrong('its markers are not 1, 2, 3 … in order.')
    for (const quotation of comment.quotations) {
      const state = stateOf(quotation, before, article)
      if (state !== quotation.state) wrong(`the quotation “${quotation.words}” is ${state}, not ${quotation.state}.`)
    }
    for (const name of Object.values(comment.reactions).flat())
      if (name === comment.by || !speakers.has(name))
        wrong(`${name} did not say anything else, and cannot react to it.`)
    before.set(comment.id, comment)
  }
}

function stateOf(
  { of, words, attribution }: QuotationInFile,
  before: ReadonlyMap<number, CommentInFile>,
  article: ReadArticle,
) {
  if (of === undefined) return attribution ? 'unresolved' : 'without a passage'
  if (typeof of === 'string') {
    const edition = article.editions.find(({ language }) => language === of)
    return edition && stands(words, plainArticle(edition.body)) ? 'standing' : 'not in that edition'
  }
  const quoted = before.get(of)
  if (!quoted?.words) return 'not in an earlier comment'
  if (quoted.removed) return 'removed'
  if (stands(words, plainComment(quoted.words))) return 'standing'
  return quoted.edited && stands(words, plainComment(quoted.edited.before)) ? 'changed' : 'not in that comment'
}
