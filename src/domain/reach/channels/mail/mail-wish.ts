import type { Language } from '../../../../kit/language.ts'
import type { PersonId } from '../../../people/index.ts'

/** How soon notices are mailed; who has no wish gets no mail. */
export const PACES = ['at-once', 'daily'] as const

export type Pace = (typeof PACES)[number]

/** That somebody wants their notices by mail, how soon, and in which language. */
export interface MailWish {
  personId: PersonId
  pace: Pace
  language: Language
  at: number
}
