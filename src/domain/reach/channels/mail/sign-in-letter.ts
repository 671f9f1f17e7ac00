import { MINUTE_MS } from '../../../../kit/clock.ts'
import type { Language } from '../../../../kit/language.ts'
import { sentencesIn } from '../../../../kit/sentences.ts'
import { LINK_LIFE_MS } from '../../../people/index.ts'
import { type Letter, letterOf } from './letter.ts'

export interface SignInLetter {
  to: string
  language: Language
  publication: string
  /** Whether somebody signs in with this address already. */
  known: boolean
  link: string
}

/** Brings a one-time link, in the language of the page on which it was asked for. */
export function signInLetter({ to, language, publication, known, link }: SignInLetter): Letter {
  const say = sentencesIn(language)
  const subject = say(known ? 'mail.sign-in-subject' : 'mail.sign-up-subject', { publication })
  const minutes = LINK_LIFE_MS / MINUTE_MS
  const text = say(known ? 'mail.sign-in' : 'mail.sign-up', { publication, link, minutes })
  return letterOf(to, language, subject, text)
}
