import { secret, sha256 } from '../../../kit/hash.ts'
import type { Language } from '../../../kit/language.ts'
import { createNamedTurns } from '../../../kit/named-turns.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Visit } from '../accounts/visit.ts'
import { byAccount } from '../people.ts'
import { rolesOf } from '../roles/grants.ts'
import { type AfterSignIn, arrivalOf } from './arrival.ts'
import { beginWait, endWait, WAIT_MS, waitByToken, waitOf } from './second-factor-waits.ts'
import type { SignInContext } from './sign-in-context.ts'

/** What can be done for somebody at the second step who has neither their app nor their codes on paper. */
export type LostState = { state: 'staff' | 'none' } | { state: 'waiting' | 'due'; until: number }

/** Staff are helped by an administrator alone: what they may do is worth more than three days of waiting. */
export async function lostSecondFactor(context: SignInContext, cookies: string | undefined): Promise<LostState> {
  const { accountId } = await mustBeHalfway(context, cookies)
  return stateOf(context, accountId)
}

async function stateOf({ store, clock }: SignInContext, accountId: string): Promise<LostState> {
  const person = await byAccount(store, accountId)
  if (person && (await rolesOf(store, person.id)).length > 0) return { state: 'staff' }
  const wait = await waitOf(store, accountId, clock())
  if (!wait) return { state: 'none' }
  const until = wait.askedAt + WAIT_MS
  return { state: until <= clock() ? 'due' : 'waiting', until }
}

interface Asking {
  language: Language
  /** The page by which whoever gets the letter stops it. */
  stopLink(token: string): string
  visit?: Visit
}

/** Begins the waiting, of which a letter tells, or ends it when its time is over: then the second factor is gone, and they are in. */
export async function giveUpSecondFactor(
  context: SignInContext,
  cookies: string | undefined,
  asking: Asking,
): Promise<AfterSignIn | undefined> {
  const halfway = await mustBeHalfway(context, cookies)
  return turns.oneAtATime(halfway.accountId, () => givenUp(context, halfway, asking))
}

const turns = createNamedTurns()

async function givenUp(context: SignInContext, halfway: { accountId: string; mail: string }, asking: Asking) {
  const { store, accounts, clock, tell } = context
  const { accountId, mail: to } = halfway
  const { language } = asking
  const { state } = await stateOf(context, accountId)
  if (state === 'staff') throw new Trouble('forbidden', 'second-step.lost-staff')
  if (state === 'waiting') return
  if (state === 'none') {
    const token = secret()
    await tell({ to, language, about: 'second-factor-wait', link: asking.stopLink(token) })
    await store.write((tx) => beginWait(tx, { accountId, askedAt: clock(), cancelHash: sha256(token) }))
    return
  }
  await accounts.secondFactor.remove(accountId)
  await store.write((tx) => endWait(tx, accountId))
  await tell({ to, language, about: 'second-factor-removed' }).catch(() => {})
  return arrivalOf(store, await accounts.enterWholly(accountId, asking.visit))
}

async function mustBeHalfway({ accounts }: SignInContext, cookies: string | undefined) {
  const halfway = await accounts.secondFactor.halfway(cookies)
  if (!halfway) throw new Trouble('gone', 'second-step.over')
  return halfway
}

/** Stops the waiting by the link in the letter. */
export async function stopWait({ store }: SignInContext, token: string): Promise<void> {
  const wait = await waitByToken(store, token)
  if (!wait) throw new Trouble('gone', 'second-factor.not-waiting')
  await store.write((tx) => endWait(tx, wait.accountId))
}

export async function mustBeWaiting({ store }: SignInContext, token: string): Promise<void> {
  if (!(await waitByToken(store, token))) throw new Trouble('gone', 'second-factor.not-waiting')
}
