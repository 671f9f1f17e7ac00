import { paths } from '../../../addresses/paths.ts'
import { sentencesIn } from '../../../kit/sentences.ts'
import { caseById } from '../../moderation/early.ts'
import type { CaseId } from '../../moderation/index.ts'
import { mailOf } from '../../people/index.ts'
import { letterOf } from '../channels/mail/letter.ts'
import { nameIn } from '../name-in.ts'
import type { Compose } from './compose.ts'
import { letterLanguage } from './letter-language.ts'

/** That a case waits longer than the publication wants, to whoever may handle it; the words concerned stand at the desk alone. */
export const caseLetter: Compose = async (db, { aboutId, personId }, origin) => {
  const to = personId === null ? undefined : await mailOf(db, personId)
  const one = await caseById(db, aboutId as CaseId)
  if (!to || !one || one.closedAt !== null) return
  const language = await letterLanguage(db, personId!)
  const [say, publication] = [sentencesIn(language), await nameIn(db, language)]
  const text = [say('mail.case-text', { id: one.id }), origin + paths.deskCase(one.id, language)].join('\n\n')
  return letterOf(to, language, say('mail.case-subject', { publication, id: one.id }), text)
}
