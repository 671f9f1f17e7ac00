import { messagePage } from '../html/message-page.ts'
import { page } from '../http/answers.ts'
import type { Ask, Handler } from '../http/ask.ts'

/** Ends the session of this browser. */
export const here: Handler = async (ask) => {
  const cookies = await cookiesOfSession(ask)
  if (cookies) ask.cookies.push(...(await ask.web.accounts.leave(cookies)))
  return goodbye(ask)
}

/** Ends every session of whoever is signed in. */
export const everywhere: Handler = async (ask) => {
  const cookies = await cookiesOfSession(ask)
  if (cookies) ask.cookies.push(...(await ask.web.accounts.leaveEverywhere(cookies)))
  return goodbye(ask)
}

async function cookiesOfSession({ web, header }: Ask) {
  const cookies = header('cookie')
  return (await web.accounts.signedIn(cookies)) && cookies
}

async function goodbye(ask: Ask): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  return page(messagePage(frame, { title: say('account.signed-out'), sentences: [] }, say))
}
