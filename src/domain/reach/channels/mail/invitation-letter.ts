import type { Language } from '../../../../kit/language.ts'
import { sentencesIn } from '../../../../kit/sentences.ts'
import type { Role } from '../../../people/index.ts'
import { type Letter, letterOf } from './letter.ts'

export interface InvitationLetter {
  to: string
  language: Language
  publication: string
  role: Role
  link: string
  days: number
}

/** Brings a one-time link to a role. */
export function invitationLetter({ to, language, publication, role, link, days }: InvitationLetter): Letter {
  const say = sentencesIn(language)
  const subject = say('mail.invitation-subject', { publication })
  const text = say('mail.invitation', { publication, role: say(`role-name.${role}`), link, days })
  return letterOf(to, language, subject, text)
}
