import type { Kysely } from 'kysely'
import { prepared, type Reading, type Writing } from '../../../store/index.ts'
import type { ArticleTables, EditionId, RevisionId } from '../../articles/index.ts'
import type { SourceTables } from '../tables.ts'
import type { Anchor } from './anchor.ts'

type Tables = SourceTables & ArticleTables

/** Where claims and quotes stand in the words that readers see, in the order in which they are read. */
export function anchorsShown(db: Reading, editionId: EditionId): Promise<Anchor[]> {
  return shownOf(db, { editionId })
}

const shownOf = prepared((db: Pick<Kysely<Tables>, 'selectFrom'>, { editionId }: { editionId: EditionId }) =>
  db
    .selectFrom('edition')
    .innerJoin('anchor', 'anchor.revisionId', 'edition.revisionId')
    .selectAll('anchor')
    .where('edition.id', '=', editionId)
    .where('anchor.state', '=', 'marked')
    .orderBy('anchor.position')
    .orderBy('anchor.number'),
)

/** The same of the words as they stand at the desk, those that have lost their mark among them. */
export function anchorsAtDesk(db: Reading, editionId: EditionId): Promise<Anchor[]> {
  return db
    .look<Tables>()
    .selectFrom('edition')
    .innerJoin('anchor', 'anchor.revisionId', 'edition.latestId')
    .selectAll('anchor')
    .where('edition.id', '=', editionId)
    .orderBy('anchor.position')
    .orderBy('anchor.number')
    .execute()
}

/** Every anchor of these editions, of whichever of their wordings. */
export function anchorsIn(db: Reading, editionIds: readonly EditionId[]): Promise<Anchor[]> {
  const anchors = db.look<Tables>().selectFrom('anchor').selectAll()
  return anchors.where('editionId', 'in', editionIds).execute()
}

/** Forgets the anchors of wordings of an edition that nobody goes on from. */
export async function keepOnly(tx: Writing, editionId: EditionId, revisionIds: readonly RevisionId[]): Promise<void> {
  const anchors = tx.change<SourceTables>().deleteFrom('anchor').where('editionId', '=', editionId)
  await anchors.where('revisionId', 'not in', revisionIds).execute()
}

export async function addAnchors(tx: Writing, anchors: readonly Anchor[]): Promise<void> {
  if (anchors.length > 0) await tx.fill<SourceTables, 'anchor'>('anchor', anchors.map(inOrder))
}

/** Lets go of a passage that is no longer marked. */
export async function dropAnchor(
  tx: Writing,
  { revisionId, kind, key, place }: Pick<Anchor, 'revisionId' | 'kind' | 'key' | 'place'>,
): Promise<void> {
  const anchors = tx.change<SourceTables>().deleteFrom('anchor').where('revisionId', '=', revisionId)
  const lost = anchors.where('kind', '=', kind).where('key', '=', key).where('place', '=', place)
  await lost.where('state', '!=', 'marked').execute()
}

function inOrder(anchor: Anchor): Anchor {
  const { revisionId, editionId, kind, key, place, number, position, exact, prefix, suffix, state } = anchor
  return { revisionId, editionId, kind, key, place, number, position, exact, prefix, suffix, state }
}
