import { Trouble } from '../../../kit/trouble.ts'
import type { Writing } from '../../../store/index.ts'
import { record } from '../../audit/index.ts'
import { type Member, mustMay } from '../../people/index.ts'
import { phrasesAdded, phraseTaken } from './acts.ts'
import { phrasesChanged } from './events.ts'
import { MOST_PHRASES, type Phrase, type PhraseId } from './phrase.ts'
import type { NewPhrase } from './phrase-lines.ts'
import { countPhrases, phraseById, putPhrases, takePhrase } from './phrases.ts'
import { keepPhrases } from './policy.ts'

interface Keeping {
  by: Member
  at: number
}

/** So many are named on record; of more their number. */
const MOST_NAMED = 20

/** Adds phrases to the list; answers how many are new, or of another kind now. Throws where there would be too many. */
export async function addPhrases(
  tx: Writing,
  { phrases, by, at }: Keeping & { phrases: readonly NewPhrase[] },
): Promise<number> {
  mustMay(keepPhrases, by, undefined)
  if (phrases.length === 0) throw new Trouble('invalid', 'phrase.none')
  const changed = await putPhrases(tx, phrases)
  if ((await countPhrases(tx)) > MOST_PHRASES) throw new Trouble('invalid', 'phrase.too-many', { limit: MOST_PHRASES })
  if (changed.length === 0) return 0
  await record(tx, phrasesAdded, { byId: by.id, after: toldOf(changed), at })
  tx.note(phrasesChanged, { at })
  return changed.length
}

/** Takes a phrase from the list; throws where it is not on it. */
export async function removePhrase(tx: Writing, { id, by, at }: Keeping & { id: PhraseId }): Promise<void> {
  mustMay(keepPhrases, by, undefined)
  const phrase = await phraseById(tx, id)
  if (!phrase) throw new Trouble('missing', 'phrase.missing')
  await takePhrase(tx, id)
  await record(tx, phraseTaken, { byId: by.id, before: toldOf([phrase]), at })
  tx.note(phrasesChanged, { at })
}

function toldOf(phrases: readonly (NewPhrase | Phrase)[]) {
  if (phrases.length > MOST_NAMED) return { phrases: phrases.length }
  return { phrases: phrases.map(({ words }) => words) }
}
