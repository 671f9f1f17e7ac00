import type { DiscussionTables } from '../../discussion/index.ts'
import type { DataKind, EraseSome } from '../../people/index.ts'
import type { CommentTranslationTables } from './tables.ts'

const AT_ONCE = 500

const eraseTranslations: EraseSome = async (tx, { personId }) => {
  const theirs = tx
    .look<CommentTranslationTables & DiscussionTables>()
    .selectFrom('commentTranslation')
    .innerJoin('comment', 'comment.id', 'commentTranslation.commentId')
    .select('commentTranslation.commentId')
    .distinct()
    .where('comment.authorId', '=', personId)
    .limit(AT_ONCE)
  const some = tx.change<CommentTranslationTables>().deleteFrom('commentTranslation').where('commentId', 'in', theirs)
  return Number((await some.executeTakeFirst()).numDeletedRows) >= AT_ONCE ? 0 : undefined
}

export const dataKinds: readonly DataKind[] = [
  {
    name: 'translations of comments',
    tables: ['commentTranslation'],
    purpose: 'What an engine made of a comment for readers of another language; who asked for it is not kept.',
    term: 'while the comment stands in that wording',
    archived: 'nothing, as a machine makes it of one’s words',
    erased: 'nothing',
    erases: [eraseTranslations],
  },
  {
    name: 'comments under translation',
    tables: ['commentTranslationLease'],
    purpose: 'Which comment an engine is translating at this moment, so that it is asked once.',
    term: 'until it has answered, three minutes at most',
    archived: 'nothing',
    erased: 'nothing',
    erases: [],
  },
]
