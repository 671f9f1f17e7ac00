import { sql } from 'kysely'
import { paths } from '../../../../addresses/paths.ts'
import type { Language } from '../../../../kit/language.ts'
import type { Reading } from '../../../../store/index.ts'
import type { PersonId, PersonTables } from '../../../people/index.ts'
import type { Channel } from '../../delivery/channel.ts'
import { WAIT_MS } from '../../delivery/delivery.ts'
import { noticesBy } from '../../delivery/notices-by.ts'
import type { ReachTables } from '../../tables.ts'
import { createMail } from './mail.ts'
import { endMail } from './mail-wishes.ts'
import { noticesLetter } from './notices-letter.ts'
import { createUnsubscribing } from './unsubscribing.ts'

type Tables = ReachTables & PersonTables & { authUser: { id: string; email: string } }

/** Letters to whoever wishes them, at once or all by the daily digest. One of which nobody knows whether it went out is not sent again: its notices stand on the page. */
export const mail: Channel = {
  name: 'mail',
  toldAtOnce: 50,
  concurrency: 1,
  pauseMs: WAIT_MS,
  mayRepeat: false,
  planned: (db, { after, digestAt }) =>
    noticesBy(db, 'mail', after)
      .innerJoin('mailWish', 'mailWish.personId', 'notification.personId')
      .select(['notification.personId', 'notification.id as noticeId'])
      .select(sql<string>`''`.as('place'))
      .select(dueAt(digestAt).as('dueAt')),
  open(outlook) {
    const { origin, mailFolder: folder, mailFrom: from } = outlook
    const post = createMail({ ...outlook, folder, from })
    const unsubscribing = createUnsubscribing(outlook.secret, outlook.formerSecret)
    return async (tx, { personId }) => {
      const wish = await addressOf(tx, personId)
      if (!wish) return
      const { email: to, language } = wish
      return {
        language,
        messageOf(told, publication) {
          const unsubscribe = paths.unsubscribe(unsubscribing.tokenFor(personId), language)
          const content = noticesLetter({ to, language, publication, ...told, origin, unsubscribe })
          return { content, send: (id) => post.deliver({ ...content, id }) }
        },
        letGo: (tx) => endMail(tx, personId),
      }
    }
  },
}

function dueAt(digestAt: number) {
  const soon = sql`${sql.ref('notification.at')} + ${WAIT_MS}`
  return sql<number>`case when ${sql.ref('mailWish.pace')} = 'daily' and ${digestAt} > ${soon} then ${digestAt} else ${soon} end`
}

function addressOf(db: Reading, personId: PersonId): Promise<{ email: string; language: Language } | undefined> {
  const wishes = db.look<Tables>().selectFrom('mailWish').innerJoin('person', 'person.id', 'mailWish.personId')
  return wishes
    .innerJoin('authUser', 'authUser.id', 'person.accountId')
    .select(['authUser.email', 'mailWish.language'])
    .where('mailWish.personId', '=', personId)
    .executeTakeFirst()
}
