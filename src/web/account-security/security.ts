import { paths } from '../../addresses/paths.ts'
import {
  type Accounts,
  asksCurrent,
  mustComeAgain,
  SHORTEST_PASSWORD,
  type SignInContext,
  WAIT_MS,
  waitOf,
} from '../../domain/people/index.ts'
import type { Say } from '../../kit/sentences.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { text } from '../http/shapes.ts'
import { freshKey } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'
import { securityPage } from './security-page.ts'

export interface Given {
  accounts: Accounts
  signInContext: SignInContext
}

/** By what a person comes in, and what keeps others out. */
export const show = taking({ query: { done: text } }, (ask, { done }, given: Given) =>
  securityShown(ask, given, { done }),
)

/** What has just been done, or what was wrong. */
interface Since {
  done?: string
  wrong?: Wrong
}

export async function securityShown(ask: Ask, given: Given, { done, wrong }: Since): Promise<Response> {
  const { accounts, signInContext } = given
  await ask.person()
  const signedIn = (await ask.signedIn())!
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sendingTo = (action: string) => ({ action, key: freshKey() })
  const shown = {
    mail: signedIn.mail,
    comeAgain: (await mustComeAgain(signInContext, signedIn))
      ? {
          ...sendingTo(paths.signInLetter(frame.language)),
          next: paths.security(frame.language),
          hidden: { mail: signedIn.mail },
        }
      : null,
    hasPassword: await accounts.hasPassword(signedIn.accountId),
    asksCurrent: await asksCurrent(signInContext, signedIn),
    shortest: SHORTEST_PASSWORD,
    setPassword: sendingTo(paths.accountPassword(frame.language)),
    hasSecondFactor: signedIn.hasSecondFactor,
    recoveryCodesLeft: await accounts.secondFactor.recoveryCodesLeft(signedIn.accountId),
    wait: await waitShown(ask, signedIn.accountId),
    errors: { ...(wrong?.error && { password: wrong.error }), ...wrong?.errors },
    done: done === undefined ? null : doneAs(done, say),
  }
  return page(securityPage(frame, shown, say), wrong?.status)
}

/** What somebody asked for who came as far as the second step. */
async function waitShown({ store, at, language }: Ask, accountId: string) {
  const wait = await waitOf(store, accountId, at)
  if (!wait) return null
  return {
    until: wait.askedAt + WAIT_MS,
    stop: { action: paths.secondFactorKeeping(await language()), key: freshKey() },
  }
}

const DONE: Readonly<Record<string, string>> = {
  password: 'account.password-set',
  'second-factor': 'second-factor.done',
  'second-factor-kept': 'second-factor.stopped',
  'second-factor-removed': 'second-factor.removed',
}

function doneAs(done: string, say: Say): string | null {
  return Object.hasOwn(DONE, done) ? say(DONE[done]!) : null
}
