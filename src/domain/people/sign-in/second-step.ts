import { createNamedTurns } from '../../../kit/named-turns.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { useAppCode } from '../accounts/own-second-factor.ts'
import { recoveryCodeFrom } from '../accounts/recovery-codes.ts'
import type { Visit } from '../accounts/visit.ts'
import { type AfterSignIn, arrivalOf } from './arrival.ts'
import { deviceIn } from './known-device.ts'
import type { MailAddress } from './mail-address.ts'
import { endWait } from './second-factor-waits.ts'
import type { SignInContext } from './sign-in-context.ts'

interface Step {
  typed: string
  /** What the browser kept when somebody last came in by it. */
  deviceCookie?: string | undefined
  client: string
  visit?: Visit
}

/** Ends a sign-in by the code of an app, or by one of the codes on paper; each is taken once. */
export async function takeSecondStep(
  context: SignInContext,
  cookies: string | undefined,
  step: Step,
): Promise<AfterSignIn> {
  const { store, accounts } = context
  const halfway = await accounts.secondFactor.halfway(cookies)
  if (!halfway) throw new Trouble('gone', 'second-step.over')
  const { accountId, mail } = halfway
  const device = deviceIn(context.secret, step.deviceCookie, mail as MailAddress)
  const entered = await steps.oneAtATime(accountId, () => entering(context, cookies!, accountId, { ...step, device }))
  await store.write((tx) => endWait(tx, accountId))
  return arrivalOf(store, entered)
}

const steps = createNamedTurns()

async function entering(
  context: SignInContext,
  cookies: string,
  accountId: string,
  { typed, client, device, visit }: Step & { device: string | undefined },
) {
  const { limits, accounts } = context
  const recovery = recoveryCodeFrom(typed)
  if (!recovery)
    return accounts.secondFactor.byCode(cookies, await useAppCode(context, { accountId, typed, client, device }), visit)
  await limits.second(accountId, { client, device })
  return accounts.secondFactor.byRecoveryCode(cookies, recovery, visit)
}
