import type { Kysely } from 'kysely'
import { plainComment } from '../../../text/plain.ts'

const AT_ONCE = 500

interface Kept {
  commentRevision: { id: number; commentId: number; words: string; html: string; plain: string }
  comment: { id: number; plain: string | null }
}

/** Makes the plain words of wordings with numbered lists anew, and of the comments in which these stand. */
export async function numberLists(db: Kysely<Kept>): Promise<void> {
  for (let after = 0; ; ) {
    const revisions = await db
      .selectFrom('commentRevision')
      .select(['id', 'commentId', 'words', 'plain'])
      .where('id', '>', after)
      .where('html', 'like', '%<ol%')
      .orderBy('id')
      .limit(AT_ONCE)
      .execute()
    for (const { id, commentId, words, plain: before } of revisions) {
      const plain = plainComment(words)
      await db.updateTable('commentRevision').set({ plain }).where('id', '=', id).execute()
      const comment = db.updateTable('comment').set({ plain }).where('id', '=', commentId)
      await comment.where('plain', '=', before).execute()
    }
    if (revisions.length < AT_ONCE) return
    after = revisions.at(-1)!.id
  }
}
