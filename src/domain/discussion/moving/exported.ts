import { z } from 'zod'
import { type ExportedTable, exportedColumns } from '../../../store/index.ts'
import { REACTION_KINDS } from '../reactions/reaction.ts'
import { completeComments, completeRevisions, withArticles } from './complete-imported.ts'
import { countImported, showImported } from './settle-imported.ts'

const { id, count, words, language } = exportedColumns
const moment = exportedColumns.moment.nullable()
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
      parentId: count,
      ordinal: id,
      authorId: id.nullable(),
      language: language.nullable(),
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
    columns: { commentId: id, personId: id, kind: z.enum(REACTION_KINDS), at: exportedColumns.moment },
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
