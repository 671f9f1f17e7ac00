import type { Accounts } from '../../domain/people/index.ts'
import { messagePage } from '../html/message-page.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { taking } from '../http/taking.ts'

export interface Given {
  accounts: Accounts
}

/** Ends the session of this browser. */
export const here = taking({}, (ask, _, { accounts }: Given) => ended(ask, accounts, accounts.leave))

/** Ends every session of whoever is signed in. */
export const everywhere = taking({}, (ask, _, { accounts }: Given) => ended(ask, accounts, accounts.leaveEverywhere))

async function ended(ask: Ask, accounts: Accounts, leave: Accounts['leave']): Promise<Response> {
  const cookies = ask.header('cookie')
  if (cookies && (await accounts.signedIn(cookies))) ask.cookies.push(...(await leave(cookies)))
  const [frame, say] = [await ask.frame(), await ask.say()]
  return page(messagePage(frame, { title: say('account.signed-out'), sentences: [] }, say))
}
