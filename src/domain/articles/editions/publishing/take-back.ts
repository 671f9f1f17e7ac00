import { isInkless } from '../../../../kit/characters.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../../store/index.ts'
import { keepable, refuseLonger } from '../../../../text/words.ts'
import { record } from '../../../audit/index.ts'
import { editionInReviewAct, editionRetractedAct, editionWithdrawnAct } from '../../acts.ts'
import { editionRetracted, editionReviewed, editionWithdrawn } from '../../events.ts'
import type { ArticleTables } from '../../tables.ts'
import type { Edition, EditionId, EditionState } from '../edition.ts'
import { mustBeThere } from '../writing.ts'
import { announce } from './announcing.ts'
import { type Acting, addressOf } from './publish.ts'
import type { Retraction } from './retraction.ts'

const LONGEST_REASON = 2_000

/** Takes an edition from sight: its address says so from then on, and it can be published again. */
export async function withdrawEdition(tx: Writing, { id, by, at }: Acting): Promise<void> {
  const edition = await mustBeThere(tx, id)
  if (edition.state === 'withdrawn') return
  mustBe(edition, ['published'], 'edition.not-published')
  await become(tx, edition, 'withdrawn')
  await announce(tx, editionWithdrawn, edition, at)
  await record(tx, editionWithdrawnAct, { byId: by.id, ...changeOf(edition, 'withdrawn'), at })
}

/** Takes back what an edition says: readers find its title, why, and the discussion. */
export async function retractEdition(tx: Writing, { id, by, at, reason: typed }: Acting & { reason: string }) {
  const reason = keepable(typed).trim()
  if (isInkless(reason)) throw new Trouble('invalid', 'reason.empty')
  refuseLonger(reason, LONGEST_REASON, 'reason.too-long')
  const edition = await mustBeThere(tx, id)
  if (edition.state === 'retracted') return
  mustBe(edition, ['published', 'withdrawn'], 'edition.not-published')
  await become(tx, edition, 'retracted')
  await tx.change<ArticleTables>().insertInto('retraction').values({ editionId: id, reason, byId: by.id, at }).execute()
  await announce(tx, editionRetracted, edition, at)
  await record(tx, editionRetractedAct, { byId: by.id, ...changeOf(edition, 'retracted'), at })
}

/** Says that a draft is to be read by a colleague, or that it goes on being written. */
export async function reviewEdition(tx: Writing, { id, by, at, isOver }: Acting & { isOver: boolean }): Promise<void> {
  const edition = await mustBeThere(tx, id)
  const state = isOver ? 'draft' : 'in-review'
  if (edition.state === state) return
  mustBe(edition, ['draft', 'in-review'], 'edition.not-draft')
  await become(tx, edition, state)
  tx.note(editionReviewed, { about: id, articleId: edition.articleId, at })
  await record(tx, editionInReviewAct, { byId: by.id, ...changeOf(edition, state), at })
}

export function retractionOf(db: Reading, editionId: EditionId): Promise<Retraction | undefined> {
  const retractions = db.look<ArticleTables>().selectFrom('retraction').selectAll()
  return retractions.where('editionId', '=', editionId).executeTakeFirst()
}

export function mustBe({ state }: Edition, states: readonly EditionState[], otherwise: string): void {
  if (!states.includes(state)) throw new Trouble('conflict', otherwise)
}

export async function become(tx: Writing, { id }: Edition, state: EditionState): Promise<void> {
  await tx.change<ArticleTables>().updateTable('edition').set({ state }).where('id', '=', id).execute()
}

export function changeOf(edition: Edition, state: EditionState) {
  const named = { edition: addressOf(edition) }
  return { before: { ...named, state: edition.state }, after: { ...named, state } }
}
