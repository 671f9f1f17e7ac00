import { paths } from '../../addresses/paths.ts'
import { editionForEach } from '../articles/index.ts'
import { type ArchiveList, iso, rowsAfter } from '../people/index.ts'
import type { MarkCursor } from './attention/mark.ts'
import { follows, saved } from './attention/marks.ts'
import { readStatesOf } from './attention/read-states.ts'
import { ROOT } from './comments/comment.ts'
import { type OwnComment, type OwnReaction, ownReactions, ownWords } from './comments/own-words.ts'
import type { HeldEdit } from './states/held-edit.ts'
import { heldEditsBy } from './states/held-edits.ts'

export const commentsList: ArchiveList = {
  file: 'comments',
  async *rows(db, { person, origin, language }) {
    const next = (last: OwnComment | undefined, limit: number) => ownWords(db, person.id, last?.id ?? ROOT, limit)
    const titles = new Map<number, string>()
    for await (const { articleId, parentId, postedAt, editedAt, earlier, removed, ...comment } of rowsAfter(next)) {
      if (!titles.has(articleId))
        titles.set(articleId, (await editionForEach(db, [articleId], language)).get(articleId)?.title ?? '')
      yield {
        ...comment,
        address: comment.label === null ? null : origin + paths.comment(comment.id),
        under: titles.get(articleId) || null,
        answers: parentId === ROOT ? null : origin + paths.comment(parentId),
        postedAt: iso(postedAt),
        editedAt: iso(editedAt),
        earlier: earlier.map(({ words, at }) => ({ words, at: iso(at) })),
        removed: removed && { by: removed.cause, rule: removed.ruleId, at: iso(removed.at) },
      }
    }
  },
}

export const heldEditsList: ArchiveList = {
  file: 'edits-that-wait',
  async *rows(db, { person, origin }) {
    const next = (last: HeldEdit | undefined, limit: number) => heldEditsBy(db, person.id, last?.id ?? 0, limit)
    for await (const { commentId, words, at } of rowsAfter(next))
      yield { comment: origin + paths.comment(commentId), words, at: iso(at) }
  },
}

export const reactionsList: ArchiveList = {
  file: 'reactions',
  async *rows(db, { person, origin }) {
    const next = (last: OwnReaction | undefined, limit: number) => ownReactions(db, person.id, last, limit)
    for await (const { commentId, kind, at } of rowsAfter(next))
      yield { kind, to: origin + paths.comment(commentId), at: iso(at) }
  },
}

export const followsList: ArchiveList = {
  file: 'follows',
  async *rows(db, { person, origin }) {
    const next = (last: MarkCursor | undefined, limit: number) => follows.markedBy(db, person.id, last, limit)
    for await (const { articleId, commentId, at } of rowsAfter(next))
      yield { article: articleId, branch: commentId === ROOT ? null : origin + paths.comment(commentId), at: iso(at) }
  },
}

export const savedList: ArchiveList = {
  file: 'saved',
  async *rows(db, { person, origin }) {
    const next = (last: MarkCursor | undefined, limit: number) => saved.markedBy(db, person.id, last, limit)
    for await (const { articleId, commentId, at } of rowsAfter(next))
      yield { article: articleId, comment: commentId === ROOT ? null : origin + paths.comment(commentId), at: iso(at) }
  },
}

type Read = Awaited<ReturnType<typeof readStatesOf>>[number]

export const readingsList: ArchiveList = {
  file: 'readings',
  async *rows(db, { person, origin }) {
    const next = (last: Read | undefined, limit: number) => readStatesOf(db, person.id, last?.articleId ?? 0, limit)
    for await (const { articleId, upTo, seen, at } of rowsAfter(next)) {
      const alsoSeen = seen.map((id) => origin + paths.comment(id))
      yield { article: articleId, upTo: origin + paths.comment(upTo), alsoSeen, at: iso(at) }
    }
  },
}
