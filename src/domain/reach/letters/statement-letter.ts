import { paths } from '../../../addresses/paths.ts'
import { sentencesIn } from '../../../kit/sentences.ts'
import { publicationOf } from '../../articles/index.ts'
import { statementById, toldBy, toldLines } from '../../moderation/early.ts'
import type { StatementId } from '../../moderation/index.ts'
import { mailOf } from '../../people/index.ts'
import { letterOf } from '../channels/mail/letter.ts'
import { nameIn } from '../name-in.ts'
import type { Compose } from './compose.ts'
import { letterLanguage } from './letter-language.ts'

/** A statement of reasons as a letter: all that its page says, but for the words concerned, which stand there alone. Source: Regulation (EU) 2022/2065, article 17. */
export const statementLetter: Compose = async (db, { aboutId, personId }, origin) => {
  const to = personId === null ? undefined : await mailOf(db, personId)
  const statement = await statementById(db, aboutId as StatementId)
  if (!to || !statement || statement.personId !== personId) return
  const language = await letterLanguage(db, personId!)
  const told = await toldBy(db, statement, language)
  if (!told) return
  const [say, { zone }, publication] = [sentencesIn(language), await publicationOf(db), await nameIn(db, language)]
  const lines = toldLines(told, { say, language, zone })
  const text = [
    say(statement.to === 'author' ? 'statement.to-author' : 'statement.to-reporter'),
    ...lines.map(({ label, value }) => `${label}: ${value.replace(/\n+/g, ' ')}`),
    say('illegal.redress'),
    say('statement.page'),
    origin + paths.statement(language, statement.id),
  ].join('\n\n')
  const subject = say('mail.statement-subject', { publication, number: statement.id })
  return letterOf(to, language, subject, text)
}
