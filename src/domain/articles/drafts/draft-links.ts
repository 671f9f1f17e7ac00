import { secret } from '../../../kit/hash.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { folded } from '../../../text/fold.ts'
import { keepable } from '../../../text/words.ts'
import { record } from '../../audit/index.ts'
import { draftLinkMadeAct, draftLinkWithdrawnAct } from '../acts.ts'
import type { Edition, EditionId } from '../editions/edition.ts'
import { editionWithId } from '../editions/editions.ts'
import { type Acting, addressOf } from '../editions/publishing/publish.ts'
import { mustBeThere } from '../editions/writing.ts'
import type { ArticleTables } from '../tables.ts'
import { type DraftLink, type DraftLinkId, LONGEST_LINK_NAME } from './draft-link.ts'

/** As many of one edition hold at a time. */
const MOST_LINKS = 20

/** The links that hold, the first made first. */
export function draftLinksOf(db: Reading, editionId: EditionId): Promise<DraftLink[]> {
  return holding(db).where('editionId', '=', editionId).orderBy('id').limit(MOST_LINKS).execute()
}

export function draftLinkWithId(db: Reading, id: DraftLinkId): Promise<DraftLink | undefined> {
  return holding(db).where('id', '=', id).executeTakeFirst()
}

function holding(db: Reading) {
  return db.look<ArticleTables>().selectFrom('draftLink').selectAll().where('withdrawnAt', 'is', null)
}

/** Makes a link by which somebody outside sees an edition as it is being written. */
export async function makeDraftLink(
  tx: Writing,
  { id, by, at, name: typed }: Acting & { name: string },
): Promise<void> {
  const name = folded(keepable(typed))
  if (name === '') throw new Trouble('invalid', 'draft-link.nameless')
  if (name.length > LONGEST_LINK_NAME)
    throw new Trouble('invalid', 'draft-link.name-too-long', { limit: LONGEST_LINK_NAME })
  const edition = await mustBeThere(tx, id)
  const present = await draftLinksOf(tx, id)
  if (present.length >= MOST_LINKS) throw new Trouble('conflict', 'draft-link.too-many', { limit: MOST_LINKS })
  const row = { editionId: id, name, salt: secret(), byId: by.id, at, withdrawnAt: null }
  await tx.change<ArticleTables>().insertInto('draftLink').values(row).execute()
  await record(tx, draftLinkMadeAct, { byId: by.id, before: {}, after: told(edition, name), at })
}

/** Ends a link, wherever it was sent. */
export async function withdrawDraftLink(
  tx: Writing,
  { linkId, by, at }: Omit<Acting, 'id'> & { linkId: DraftLinkId },
): Promise<EditionId> {
  const all = tx.look<ArticleTables>().selectFrom('draftLink').selectAll()
  const link = await all.where('id', '=', linkId).executeTakeFirst()
  if (!link) throw new Trouble('missing', 'draft-link.missing')
  const ending = tx.change<ArticleTables>().updateTable('draftLink').set({ withdrawnAt: at }).where('id', '=', linkId)
  const ended = await ending.where('withdrawnAt', 'is', null).returning('id').executeTakeFirst()
  const edition = await editionWithId(tx, link.editionId)
  if (ended && edition)
    await record(tx, draftLinkWithdrawnAct, { byId: by.id, before: told(edition, link.name), after: {}, at })
  return link.editionId
}

function told(edition: Edition, name: string) {
  return { edition: addressOf(edition), names: [name] }
}
