import { paths } from '../../addresses/paths.ts'
import type { PersonId } from '../../domain/people/index.ts'
import { endMail, type Unsubscribing } from '../../domain/reach/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { messagePage } from '../html/message-page.ts'
import { page } from '../http/answers.ts'
import { text } from '../http/shapes.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { unsubscribePage } from './unsubscribe-page.ts'

export interface Given {
  unsubscribing: Unsubscribing
}

const LINK = { token: text }

/** What the link in a letter opens: a button, for opening a page changes nothing. */
export const form = taking({ params: LINK }, async (ask, { token }, given: Given) => {
  personIn(token, given)
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.unsubscribe(token, frame.language), key: freshKey() }
  return page(unsubscribePage(frame, sending, say))
})

/** Ends all mail to whom the link is for. Source: RFC 8058, so that a mail program may send it without a page. */
export const create = taking({ params: LINK }, async (ask, { token }, given: Given) => {
  const personId = personIn(token, given)
  const [frame, say] = [await ask.frame(), await ask.say()]
  await ask.store.write((tx) => endMail(tx, personId))
  return page(messagePage(frame, { title: say('unsubscribe.done'), sentences: [say('unsubscribe.done-hint')] }, say))
})

function personIn(token: string, { unsubscribing }: Given): PersonId {
  const id = unsubscribing.personIn(token)
  if (!id) throw new Trouble('missing', 'page.missing')
  return id
}
