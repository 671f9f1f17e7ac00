import { z } from 'zod'
import { type ExportedRow, type ExportedTable, exportedColumns, type Reading, rowsWhere } from '../../../store/index.ts'
import { CAUSES } from '../comments/comment.ts'
import { REACTION_KINDS } from '../reactions/reaction.ts'
import { deriveStates } from '../states/derived.ts'
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

export const comments: ExportedTable = {
  table: 'comment',
  key: ['id'],
  columns: {
    id,
    articleId: id,
    parentId: count,
    ordinal: id.nullable(),
    authorId: id.nullable(),
    language: language.nullable(),
    postedAt: moment,
    editedAt: moment,
    locked: z.literal([0, 1]),
    redactedAt: moment,
    appealedAt: moment,
    movedToId: id.nullable(),
  },
  absent: { locked: () => 0, redactedAt: () => null, appealedAt: () => null, movedToId: () => null },
  references: { articleId: 'article', authorId: 'person' },
  complete: completeComments,
  settle: countImported,
}

export const removal = {
  id,
  articleId: id,
  commentId: id,
  byId: id.nullable(),
  cause: z.enum(CAUSES),
  ruleId: id.nullable(),
  note: words,
  at: moment,
}

export const removalNames = { articleId: 'article', commentId: 'comment', byId: 'person', ruleId: 'rule' }

const decided = { byId: id.nullable(), note: words, at: exportedColumns.moment }

/** Who removed, restored, held and let in what, when and why: from these a comment has its state. */
const decisions: readonly ExportedTable[] = [
  {
    table: 'removal',
    key: ['id'],
    columns: removal,
    references: removalNames,
    settle: (tx, rows) => deriveStates(tx, numbersIn(rows, 'commentId')),
  },
  {
    table: 'restoration',
    key: ['id'],
    columns: { id, articleId: id, removalId: id, ...decided },
    references: { articleId: 'article', removalId: 'removal', byId: 'person' },
    settle: async (tx, rows) => deriveStates(tx, await commentsOf(tx, 'removal', numbersIn(rows, 'removalId'))),
  },
  {
    table: 'hold',
    key: ['id'],
    columns: { id, articleId: id, commentId: id, ...decided, reason: words.nullable(), detail: words },
    absent: { reason: () => null, detail: () => '' },
    references: { articleId: 'article', commentId: 'comment', byId: 'person' },
    settle: (tx, rows) => deriveStates(tx, numbersIn(rows, 'commentId')),
  },
  {
    table: 'admission',
    key: ['id'],
    columns: { id, articleId: id, holdId: id, ...decided },
    references: { articleId: 'article', holdId: 'hold', byId: 'person' },
    settle: async (tx, rows) => deriveStates(tx, await commentsOf(tx, 'hold', numbersIn(rows, 'holdId'))),
  },
]

/** @NOTE a passage is seen by nobody, as the wording from which it was taken. */
const redaction: ExportedTable = {
  table: 'redaction',
  key: ['id'],
  columns: { id, commentId: id, passage: words, former: id, hiddenAt: exportedColumns.moment, endedAt: moment },
  references: { commentId: 'comment' },
  unseenWith: ['commentId'],
}

/** What people said; the words of a comment that does not stand are marked. */
export const said: readonly ExportedTable[] = [
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
    columns: { id, commentId: id, number: id, words, at: moment, hiddenAt: moment },
    absent: { hiddenAt: () => null },
    references: { commentId: 'comment' },
    unseenWith: ['commentId'],
    complete: completeRevisions,
    settle: showImported,
  },
  redaction,
  {
    table: 'quotation',
    key: ['id'],
    columns: { id, articleId: id, commentId: id, ...quoted },
    references: quotedIn,
    unseenWith: ['commentId', 'ofCommentId'],
  },
  {
    table: 'formerQuotation',
    key: ['id'],
    columns: { id, articleId: id, commentId: id, number: id, ...quoted },
    references: quotedIn,
    unseenWith: ['commentId', 'ofCommentId'],
  },
]

/** The discussions; what is counted or made of words is made anew where they arrive. */
export const exportedDiscussion: readonly ExportedTable[] = [comments, ...decisions, ...said]

function numbersIn(rows: readonly ExportedRow[], column: string): number[] {
  return [...new Set(rows.map((row) => Number(row[column])))]
}

async function commentsOf(db: Reading, table: 'removal' | 'hold', ids: readonly number[]): Promise<number[]> {
  return numbersIn(await rowsWhere(db, table, 'id', ids, ['commentId']), 'commentId')
}
