import { setImmediate } from 'node:timers/promises'
import { keptUntil, oneOf, type Reading, type Store, type Tail } from '../../../store/index.ts'
import { importDone, publicationRestored } from '../../articles/index.ts'
import { phrasesChanged } from './events.ts'
import { type Matcher, matcherOf } from './matcher.ts'
import { allPhrases } from './phrases.ts'

const changesPhrases = oneOf([phrasesChanged, importDone, publicationRestored])
/** So many are read in one go, between which others are answered. */
const AT_ONCE = 200

/** The list made ready to find with, once, and again when the journal says that it changed. */
export function createKeptMatcher({ store, tail }: { store: Store; tail: Tail }): () => Promise<Matcher> {
  return keptUntil(tail, changesPhrases, () => made(store))
}

async function made(db: Reading): Promise<Matcher> {
  const phrases = await allPhrases(db)
  const making = matcherOf()
  for (let at = 0; at < phrases.length; at += AT_ONCE) {
    for (const phrase of phrases.slice(at, at + AT_ONCE)) making.add(phrase)
    await setImmediate()
  }
  return making.matcher
}
