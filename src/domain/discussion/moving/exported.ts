import { z } from 'zod'
import type { ExportedTable } from '../../../store/index.ts'
import { REACTION_KINDS } from '../reactions/reaction.ts'
import { completeComments, completeRevisions, withArticles } from './complete-imported.ts'
import { countImported, showImported } from './settle-imported.ts'

const id = z.int().positive()
const words = z.string()
const moment = z.int().nullable()
const quoted = {
  slot: id,
  ofCommentId: id.nullable(),
  ofEditionId: id.nullable(),
  words,
  attribution: words,
  state: z.enum(['standing', 'changed', 'unresolved']),
}
const quotedIn = { articleId: 'article', commentId: 'comment', ofCommentId: 'comment', ofEditionId: 'edition' }

/** The discussions; what is counted or made of words is made anew where they arrive. */
export const exportedDiscussion: readonly ExportedTable[] = [
  {
    table: 'comment',
    key: ['id'],
    columns: {
      id,
      articleId: id,
      parentId: z.int().nonnegative(),
      ordinal: id,
      authorId: id.nullable(),
      language: words.nullable(),
      postedAt: moment,
      editedAt: moment,
    },
    references: { articleId: 'article', authorId: 'person' },
    complete: completeComments,
    settle: countImported,
  },
  {
    table: 'tombstone',
    key: ['commentId'],
    columns: {
      commentId: id,
      cause: z.enum(['author', 'moderators', 'unknown']),
      ruleId: id.nullable(),
      at: moment,
    },
    references: { commentId: 'comment', ruleId: 'rule' },
    complete: withArticles,
  },
  {
    table: 'reaction',
    key: ['commentId', 'personId', 'kind'],
    columns: { commentId: id, personId: id, kind: z.enum(REACTION_KINDS), at: z.int() },
    references: { commentId: 'comment', personId: 'person' },
    complete: withArticles,
  },
  {
    table: 'commentRevision',
    key: ['id'],
    columns: { id, commentId: id, number: id, words, at: moment },
    references: { commentId: 'comment' },
    removedWith: ['commentId'],
    complete: completeRevisions,
    settle: showImported,
  },
  {
    table: 'quotation',
    key: ['id'],
    columns: {
      id,
      articleId: id,
      commentId: id,
      ...quoted,
    },
    references: quotedIn,
    removedWith: ['commentId', 'ofCommentId'],
  },
  {
    table: 'formerQuotation',
    key: ['id'],
    columns: {
      id,
      articleId: id,
      commentId: id,
      number: id,
      ...quoted,
    },
    references: quotedIn,
    removedWith: ['commentId', 'ofCommentId'],
  },
]
