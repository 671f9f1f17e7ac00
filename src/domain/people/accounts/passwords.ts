import { MINUTE_MS } from '../../../kit/clock.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { SignInContext } from '../sign-in/sign-in-context.ts'
import { useAllFor } from '../sign-in/sign-in-requests.ts'
import { checkLength } from './password.ts'
import { mustBeStrong } from './password-strength.ts'
import type { SignedIn } from './signed-in.ts'

/** Who has just come in has just shown who they are. */
const FRESH_MS = 15 * MINUTE_MS

/** Whether a session began just now. */
export function isFresh({ since }: Pick<SignedIn, 'since'>, now: number): boolean {
  return now - since <= FRESH_MS
}

/** Whether a new password asks for the one before: not in a fresh session, so that a link by mail helps who forgot it. */
export async function asksCurrent(context: SignInContext, signedIn: SignedIn): Promise<boolean> {
  return !isFresh(signedIn, context.clock()) && context.accounts.hasPassword(signedIn.accountId)
}

/** Sets or changes the password, ends all sessions and open links, and answers with the cookies of a new session. */
export async function setPassword(
  context: SignInContext,
  cookies: string,
  { current, password, client }: { current: string; password: string; client: string },
): Promise<string[]> {
  const { store, accounts, clock, strengthOf } = context
  const signedIn = await mustBeOwner(context, cookies, { current, client })
  checkLength(password)
  await mustBeStrong(strengthOf, password, nearTo(signedIn))
  const renewed = await accounts.setPassword(cookies, password)
  await store.write((tx) => useAllFor(tx, signedIn.mail, clock()))
  return renewed
}

/** Words that whoever knows somebody tries first. */
export function nearTo({ mail, person }: Pick<SignedIn, 'mail' | 'person'>): string[] {
  return [mail, ...mail.split(/[@.]/), person?.name ?? ''].filter((word) => word.length > 2)
}

/** Throws unless whoever asks has just come in, or knows the password where there is one; answers who they are. */
export async function mustBeOwner(
  context: SignInContext,
  cookies: string,
  { current, client }: { current: string; client: string },
): Promise<SignedIn> {
  const { accounts, limits } = context
  const signedIn = await accounts.signedIn(cookies)
  if (!signedIn) throw new Trouble('forbidden', 'person.unknown')
  if (isFresh(signedIn, context.clock())) return signedIn
  if (!(await accounts.hasPassword(signedIn.accountId))) throw new Trouble('forbidden', 'security.come-in-again')
  await limits.password(signedIn.mail, { client, device: signedIn.sessionId })
  if (!(await accounts.isPassword(cookies, current))) throw new Trouble('invalid', 'password.wrong')
  return signedIn
}

/** Whether whoever asks has to come in again, for nothing else could show that it is they. */
export async function mustComeAgain(context: SignInContext, signedIn: SignedIn): Promise<boolean> {
  return !isFresh(signedIn, context.clock()) && !(await context.accounts.hasPassword(signedIn.accountId))
}
