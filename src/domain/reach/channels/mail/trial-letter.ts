import type { Language } from '../../../../kit/language.ts'
import { sentencesIn } from '../../../../kit/sentences.ts'
import { type Letter, letterOf } from './letter.ts'

/** Shows an operator that mail arrives. */
export function trialLetter(to: string, language: Language, publication: string): Letter {
  const say = sentencesIn(language)
  const subject = say('mail.trial-subject', { publication })
  return letterOf(to, language, subject, say('mail.trial', { publication }))
}
