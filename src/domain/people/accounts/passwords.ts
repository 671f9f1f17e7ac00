import { MINUTE_MS } from '../../../kit/clock.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { SignInContext } from '../sign-in/sign-in.ts'
import { useAllFor } from '../sign-in/sign-in-requests.ts'
import type { SignedIn } from './signed-in.ts'

/** Who has just come in has just shown who they are. */
const FRESH_MS = 15 * MINUTE_MS

/** Whether a new password asks for the one before: not in a fresh session, so that a link by mail helps who forgot it. */
export async function asksCurrent(
  { accounts, clock }: SignInContext,
  { accountId, since }: SignedIn,
): Promise<boolean> {
  return clock() - since > FRESH_MS && accounts.hasPassword(accountId)
}

/** Sets or changes the password, and ends all other sessions and open links. */
export async function setPassword(
  context: SignInContext,
  cookies: string,
  { current, password, client }: { current: string; password: string; client: string },
): Promise<void> {
  const { store, accounts, limits, clock } = context
  const signedIn = await accounts.signedIn(cookies)
  if (!signedIn) throw new Trouble('forbidden', 'person.unknown')
  if (await asksCurrent(context, signedIn)) {
    await limits.password(signedIn.mail, client)
    if (!(await accounts.isPassword(cookies, current))) throw new Trouble('invalid', 'password.wrong')
  }
  await accounts.setPassword(cookies, password)
  await store.write((tx) => useAllFor(tx, signedIn.mail, clock()))
}
