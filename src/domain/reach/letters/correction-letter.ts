import { paths } from '../../../addresses/paths.ts'
import { sentencesIn } from '../../../kit/sentences.ts'
import { mailOf } from '../../people/index.ts'
import { type CorrectionId, correctionById } from '../../sources/early.ts'
import { letterOf } from '../channels/mail/letter.ts'
import { paceOf } from '../channels/mail/mail-wishes.ts'
import { nameIn } from '../name-in.ts'
import type { Compose } from './compose.ts'
import { letterLanguage } from './letter-language.ts'

/** What was corrected in an article, to somebody whom it concerns and who still wishes mail. */
export const correctionLetter: Compose = async (db, { aboutId, personId }, origin) => {
  const to = personId === null ? undefined : await mailOf(db, personId)
  if (!to || !(await paceOf(db, personId!))) return
  const language = await letterLanguage(db, personId!)
  const said = await correctionById(db, aboutId as CorrectionId)
  const one = said.find((edition) => edition.language === language) ?? said[0]
  if (!one) return
  const [say, publication] = [sentencesIn(language), await nameIn(db, language)]
  const { title, wrong, right } = one
  const text = [
    say('mail.correction', { title }),
    say('mail.correction-words', { wrong, right }),
    `${origin}${paths.article(one.language, one.slug)}#correction-${one.id}`,
    say('mail.correction-end', { publication }),
    `${origin}${paths.account(language)}#notices`,
  ].join('\n\n')
  return letterOf(to, language, say('mail.correction-subject', { publication, title }), text)
}
