import { paths } from '../../../../addresses/paths.ts'
import { fullMoment } from '../../../../kit/full-moment.ts'
import type { Language } from '../../../../kit/language.ts'
import { sentencesIn } from '../../../../kit/sentences.ts'
import { type Letter, letterOf } from './letter.ts'

export interface ErasureLetter {
  to: string
  language: Language
  publication: string
  zone: string
  origin: string
  name: string
  dueAt: number
}

/** Tells somebody that their account will be erased, when, and where they can take that back. */
export function erasureLetter({ to, language, publication, zone, origin, name, dueAt }: ErasureLetter): Letter {
  const say = sentencesIn(language)
  const when = fullMoment(dueAt, language, zone)
  const link = origin + paths.accountErasure(language)
  const text = say('mail.erasure', { publication, name, when, link })
  return letterOf(to, language, say('mail.erasure-subject', { publication }), text)
}
