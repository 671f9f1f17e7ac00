import { sql } from 'kysely'
import type { Reading, Trigger } from '../../../../store/index.ts'
import { editionChanged, editionPublished } from '../../events.ts'
import type { ArticleTables } from '../../tables.ts'
import { type EditionId, READABLE } from '../edition.ts'
import type { Revision } from './revision.ts'

/** Keeps which words readers saw, in the transaction in which they are shown. */
export const keepShown: Trigger = {
  kinds: [editionPublished, editionChanged],
  async pull(tx, happened) {
    for (const { about, at } of happened)
      await tx
        .change<ArticleTables>()
        .insertInto('shownRevision')
        .columns(['editionId', 'revisionId', 'at'])
        .expression(
          tx
            .look<ArticleTables>()
            .selectFrom('edition')
            .select((e) => [
              'edition.id',
              e.ref('edition.revisionId').$notNull().as('revisionId'),
              sql<number>`cast(${at} as bigint)`.as('at'),
            ])
            .where('edition.id', '=', about as EditionId)
            .where('edition.revisionId', 'is not', null)
            .where('edition.state', 'in', READABLE),
        )
        .onConflict((c) => c.columns(['editionId', 'revisionId']).doNothing())
        .execute()
  },
}

/** The words that readers saw of an edition, the last first, before a moment. */
export function shownRevisions(
  db: Reading,
  editionId: EditionId,
  before: number | undefined,
  limit: number,
): Promise<(Revision & { shownAt: number })[]> {
  return db
    .look<ArticleTables>()
    .selectFrom('shownRevision')
    .innerJoin('revision', 'revision.id', 'shownRevision.revisionId')
    .selectAll('revision')
    .select('shownRevision.at as shownAt')
    .where('shownRevision.editionId', '=', editionId)
    .$if(before !== undefined, (q) => q.where('shownRevision.at', '<', before!))
    .orderBy('shownRevision.at', 'desc')
    .orderBy('shownRevision.revisionId', 'desc')
    .limit(limit)
    .execute()
}
