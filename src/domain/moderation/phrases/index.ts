export { acts as phraseActs } from './acts.ts'
export { dataKinds as phraseData } from './data-kinds.ts'
export { events as phraseEvents } from './events.ts'
export { foundIn } from './found-in.ts'
export { addPhrases, removePhrase } from './keeping-phrases.ts'
export { createKeptMatcher } from './kept-matcher.ts'
export type { Matcher } from './matcher.ts'
export { migrations as phraseMigrations } from './migrations.ts'
export {
  type Found,
  LONGEST_PHRASE,
  MOST_PHRASES,
  PHRASE_KINDS,
  type Phrase,
  type PhraseId,
  type PhraseKind,
} from './phrase.ts'
export { linesOf, phrasesIn } from './phrase-lines.ts'
export { allPhrases, countPhrases, latestPhrases } from './phrases.ts'
export { keepPhrases, policy as phrasePolicy, seePhrases } from './policy.ts'
