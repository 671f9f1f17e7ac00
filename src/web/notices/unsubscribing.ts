import { paths } from '../../addresses/paths.ts'
import type { PersonId } from '../../domain/people/index.ts'
import { endMail } from '../../domain/reach/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { messagePage } from '../html/message-page.ts'
import { page } from '../http/answers.ts'
import type { Ask, Handler } from '../http/ask.ts'
import { freshKey } from '../http/submit.ts'
import { unsubscribePage } from './unsubscribe-page.ts'

/** What the link in a letter opens: a button, for opening a page changes nothing. */
export const form: Handler = async (ask) => {
  personIn(ask)
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.unsubscribe(ask.param('token'), frame.language), key: freshKey() }
  return page(unsubscribePage(frame, sending, say))
}

/** Ends all mail to whom the link is for. Source: RFC 8058, so that a mail program may send it without a page. */
export const create: Handler = async (ask) => {
  const personId = personIn(ask)
  const [frame, say] = [await ask.frame(), await ask.say()]
  await ask.web.store.write((tx) => endMail(tx, personId))
  return page(messagePage(frame, { title: say('unsubscribe.done'), sentences: [say('unsubscribe.done-hint')] }, say))
}

function personIn(ask: Ask): PersonId {
  const id = ask.web.unsubscribing.personIn(ask.param('token'))
  if (!id) throw new Trouble('missing', 'page.missing')
  return id
}
