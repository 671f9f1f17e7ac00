import { secret, sha256 } from '../../../kit/hash.ts'
import type { Reading } from '../../../store/index.ts'
import type { DiscussionTables } from '../../discussion/index.ts'
import type { DecisionId } from '../decisions/decision.ts'
import type { ModerationTables } from '../tables.ts'

/** That these were the words of one comment, said in a hash that tells nothing of them without its salt. */
export interface Commitment {
  decidedId: number
  salt: string
  hash: string
}

const AT_ONCE = 500

/** Commits to the words of every comment that a decision is about. */
export async function commitmentsOf(db: Reading, decisionId: DecisionId): Promise<Commitment[]> {
  const made: Commitment[] = []
  for (let after = 0; ; ) {
    const rows = await decidedWords(db, decisionId, after)
    for (const { id, commentId, words } of rows) {
      const salt = secret()
      made.push({ decidedId: id, salt, hash: commitmentTo(salt, commentId, words) })
    }
    if (rows.length < AT_ONCE) return made
    after = rows.at(-1)!.id
  }
}

/** Words that had been forgotten before are committed to as none. */
export function commitmentTo(salt: string, commentId: number, words: string | null): string {
  return sha256(`${salt}\n${commentId}\n${words ?? ''}`)
}

/** What an entry says of all of them. */
export function joined(hashes: readonly string[]): string | null {
  return hashes.length === 0 ? null : sha256(hashes.join('\n'))
}

function decidedWords(db: Reading, decisionId: DecisionId, after: number) {
  const decided = db.look<ModerationTables & DiscussionTables>().selectFrom('decisionComment')
  return decided
    .leftJoin('commentRevision', (join) =>
      join
        .onRef('commentRevision.commentId', '=', 'decisionComment.commentId')
        .onRef('commentRevision.number', '=', 'decisionComment.revision'),
    )
    .select(['decisionComment.id', 'decisionComment.commentId', 'commentRevision.words'])
    .where('decisionComment.decisionId', '=', decisionId)
    .where('decisionComment.id', '>', after)
    .orderBy('decisionComment.id')
    .limit(AT_ONCE)
    .execute()
}
