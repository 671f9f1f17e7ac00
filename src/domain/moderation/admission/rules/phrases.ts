import { Trouble } from '../../../../kit/trouble.ts'
import { foundIn } from '../../phrases/found-in.ts'
import type { Found, Phrase, PhraseKind } from '../../phrases/phrase.ts'
import type { AdmissionRule, Submission, Surroundings } from './rule.ts'

/** So many are named to whoever wrote them, or to moderators. */
const MOST_NAMED = 5

/** Words with a banned phrase are not taken. */
export const bannedPhrases: AdmissionRule = {
  name: 'banned-phrases',
  async judge(submission, around) {
    const words = await namedIn('banned', submission, around)
    if (words) throw new Trouble('invalid', 'phrase.banned', { words })
  },
}

/** Words with a suspect phrase are looked at before they appear. */
export const suspectPhrases: AdmissionRule = {
  name: 'suspect-phrases',
  async judge(submission, around) {
    const words = await namedIn('suspect', submission, around)
    return words ? { detail: words } : undefined
  },
}

/** The words of a comment that are of phrases of a kind. */
async function namedIn(kind: PhraseKind, { draft }: Submission, { phrases, article }: Surroundings): Promise<string> {
  const found = known.get(draft) ?? foundIn(await phrases(), draft, null)
  known.set(draft, found)
  const holdsHere = ({ sectionId }: Phrase) => sectionId === null || sectionId === article.sectionId
  const here = found.filter(({ phrase }) => phrase.kind === kind && holdsHere(phrase))
  const named = new Set(here.map(({ as }) => as))
  return [...named].slice(0, MOST_NAMED).join(', ')
}

/** @NOTE both rules ask about the same words. */
const known = new WeakMap<Submission['draft'], Found[]>()
