import { paths } from '../../addresses/paths.ts'
import {
  giveUpSecondFactor,
  lostSecondFactor,
  mustBeWaiting,
  stopWait,
  takeSecondStep,
} from '../../domain/people/index.ts'
import { messagePage } from '../html/message-page.ts'
import { page, seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { deviceCookieOf } from '../http/device-cookie.ts'
import { ownPath } from '../http/own-path.ts'
import { nextPath, text } from '../http/shapes.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { visitOf } from '../http/visit.ts'
import type { Wrong } from '../http/wrong.ts'
import { welcome } from './after-sign-in.ts'
import { lostSecondFactorPage, secondStepPage, stopWaitPage } from './second-step-page.ts'
import type { Given } from './sign-in-link.ts'

/** Asks whoever has taken the first step for the code of their app. */
export const form = taking({ query: { next: nextPath } }, async (ask, { next }, { signInContext }: Given) => {
  const halfway = await signInContext.accounts.secondFactor.halfway(ask.header('cookie'))
  return halfway ? stepPage(ask, next) : seeOther(paths.signIn(await ask.language(), next))
})

export const create = taking(
  { form: { code: text, next: nextPath }, about: { 'second-step': 'code', limit: 'code' } },
  async (ask, { code, next = null }, { signInContext }: Given) => {
    const from = { client: ask.client(), deviceCookie: deviceCookieOf(ask), visit: visitOf(ask, signInContext) }
    const step = { typed: code, ...from }
    const entered = await takeSecondStep(signInContext, ask.header('cookie'), step)
    return welcome(ask, signInContext, { ...entered, next })
  },
  async (ask, { next }, _given, wrong) => {
    if (wrong.trouble.kind === 'gone') throw wrong.trouble
    return stepPage(ask, ownPath(next), wrong)
  },
)

async function stepPage(ask: Ask, next: string | undefined, wrong?: Wrong) {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.signInSecond(frame.language), key: freshKey(), next }
  return page(secondStepPage(frame, { sending, error: wrong?.sentence }, say), wrong?.status)
}

/** What can be done for somebody who has neither their app nor their codes on paper. */
export const lost = taking({}, (ask, _, given: Given) => lostPage(ask, given))

/** Begins the waiting, or ends it when its time is over. */
export const giveUp = taking({}, async (ask, _, { signInContext }: Given) => {
  const language = await ask.language()
  const stopLink = (token: string) => ask.origin + paths.secondFactorStop(language, token)
  const visit = visitOf(ask, signInContext)
  const entered = await giveUpSecondFactor(signInContext, ask.header('cookie'), { language, stopLink, visit })
  if (!entered) return seeOther(paths.signInSecondLost(language))
  return welcome(ask, signInContext, { ...entered, next: paths.security(language) })
})

async function lostPage(ask: Ask, { signInContext }: Given) {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const state = await lostSecondFactor(signInContext, ask.header('cookie'))
  const sending = { action: paths.signInSecondLost(frame.language), key: freshKey() }
  return page(lostSecondFactorPage(frame, { sending, state }, say))
}

const TOKEN = { token: text }

/** What the letter about the waiting links to: a button, for opening a page changes nothing. */
export const stopForm = taking({ query: TOKEN }, async (ask, { token }, { signInContext }: Given) => {
  await mustBeWaiting(signInContext, token)
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.secondFactorStop(frame.language), key: freshKey(), hidden: { token } }
  return page(stopWaitPage(frame, sending, say))
})

export const stop = taking({ form: TOKEN }, async (ask, { token }, { signInContext }: Given) => {
  await stopWait(signInContext, token)
  const [frame, say] = [await ask.frame(), await ask.say()]
  const onward = { path: paths.security(frame.language), words: say('security.title') }
  const sentences = [say('second-factor.stopped-hint')]
  return page(messagePage(frame, { title: say('second-factor.stopped'), sentences, onward }, say))
})
