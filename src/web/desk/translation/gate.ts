import type { EditionId, EditionWords, MayAppear } from '../../../domain/articles/index.ts'
import { findIn, passing, translated } from '../../../domain/translation/index.ts'
import type { Ask } from '../../http/ask.ts'
import type { Given } from './desk.ts'

/** Asks of an edition in some words what the gate has to say, before they are kept and shown. */
export async function gateFor(
  ask: Ask,
  { examine }: Pick<Given, 'examine'>,
  id: EditionId,
  words: EditionWords,
): Promise<MayAppear> {
  const found = await ask.store.read((db) => translated(db, id, words))
  return passing(await findIn(ask.store, examine, found, found.paragraphs))
}
