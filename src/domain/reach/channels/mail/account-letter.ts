import { sentencesIn } from '../../../../kit/sentences.ts'
import type { AccountLetter } from '../../../people/index.ts'
import { type Letter, letterOf } from './letter.ts'

/** Tells whoever an account belongs to what is done with it. */
export function accountLetter(news: AccountLetter & { publication: string }): Letter {
  const { to, language, publication, about, link = '', named } = news
  const say = sentencesIn(language)
  const subject = say(`mail.${about}-subject`, { publication })
  const text = say(`mail.${about}`, { publication, link, ...named })
  return letterOf(to, language, subject, text)
}
