import { paths } from '../../../addresses/paths.ts'
import { fullMoment } from '../../../kit/full-moment.ts'
import { type Say, sentencesIn } from '../../../kit/sentences.ts'
import type { Reading } from '../../../store/index.ts'
import { publicationOf } from '../../articles/index.ts'
import { noticeOf } from '../../moderation/early.ts'
import type { GivenNotice } from '../../moderation/index.ts'
import { type Letter, letterOf } from '../channels/mail/letter.ts'
import { nameIn } from '../name-in.ts'
import type { Compose } from './compose.ts'

/** The receipt of a notice of illegal content. Source: Regulation (EU) 2022/2065, article 16(4). @NOTE nothing that its sender typed stands in it, for nobody knows whose the address is. */
export const noticeReceived: Compose = (db, { aboutId }, origin) =>
  letterAbout(db, aboutId, (notice, say, publication) => ({
    subject: say('mail.notice-received-subject', { publication, number: notice.id }),
    text: say('mail.notice-received', { publication, link: origin + paths.notice(notice.language, notice.token) }),
  }))

/** What came of it, and what one can do who does not agree. Source: article 16(5). */
export const noticeAnswered: Compose = (db, { aboutId }, origin) =>
  letterAbout(db, aboutId, async (notice, say, publication) => {
    const { language, state, answeredAt } = notice
    const when = fullMoment(answeredAt ?? 0, language, (await publicationOf(db)).zone)
    const link = origin + paths.notice(language, notice.token)
    return {
      subject: say('mail.notice-answered-subject', { publication, number: notice.id }),
      text: say('mail.notice-answered', {
        outcome: say(`illegal.${state}`, { when }),
        redress: say('illegal.redress'),
        link,
      }),
    }
  })

type Said = Pick<Letter, 'subject' | 'text'>

async function letterAbout(
  db: Reading,
  id: number,
  words: (notice: GivenNotice, say: Say, publication: string) => Said | Promise<Said>,
): Promise<Letter | undefined> {
  const notice = await noticeOf(db, id as GivenNotice['reportId'])
  if (!notice?.mail) return
  const { language, mail } = notice
  const { subject, text } = await words(notice, sentencesIn(language), await nameIn(db, language))
  return letterOf(mail, language, subject, text)
}
