import { paths } from '../../../addresses/paths.ts'
import { type ArchiveList, iso, rowsAfter } from '../../people/index.ts'
import type { ModerationTables } from '../tables.ts'

/** @NOTE who decided, and what moderators told each other, is not about the person. */
export const decisionsList: ArchiveList = {
  file: 'decisions',
  async *rows(db, { person, origin }) {
    const tables = db.look<ModerationTables>()
    const theirs = tables
      .selectFrom('decisionComment')
      .innerJoin('decision', 'decision.id', 'decisionComment.decisionId')
      .select(['decision.kind', 'decision.at', 'ruleId', 'law', 'note', 'automated', 'commentId', 'decisionComment.id'])
      .where('decisionComment.personId', '=', person.id)
      .where('settledAt', 'is not', null)
    const next = (last: { id: number } | undefined, limit: number) =>
      theirs
        .where('decisionComment.id', '>', last?.id ?? 0)
        .orderBy('decisionComment.id')
        .limit(limit)
        .execute()
    for await (const { kind, at, ruleId, law, note, automated, commentId } of rowsAfter(next))
      yield {
        decided: kind,
        about: origin + paths.comment(commentId),
        at: iso(at),
        rule: ruleId,
        law,
        why: note,
        byMachine: automated === 1,
      }
  },
}
