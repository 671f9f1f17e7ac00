import type { EditionId, EditionWords, MayAppear } from '../../../domain/articles/index.ts'
import { comparedBy, passing, translated } from '../../../domain/translation/index.ts'
import type { Ask } from '../../http/ask.ts'
import type { Given } from './desk.ts'

/** Asks of an edition in some words what the gate has to say, before they are kept and shown. */
export async function gateFor(
  ask: Ask,
  { compareFacts }: Pick<Given, 'compareFacts'>,
  id: EditionId,
  words: EditionWords,
): Promise<MayAppear> {
  const { edition, original, paragraphs } = await ask.store.read((db) => translated(db, id, words))
  if (!original) return passing(new Map())
  return passing(await comparedBy(compareFacts, { from: original.language, to: edition.language }, paragraphs))
}
