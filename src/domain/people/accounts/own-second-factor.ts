import { MINUTE_MS } from '../../../kit/clock.ts'
import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { byMail } from '../people.ts'
import { mailAddressFrom } from '../sign-in/mail-address.ts'
import type { SignInContext } from '../sign-in/sign-in.ts'
import { digitsOf } from '../sign-in/sign-in-request.ts'
import { useUp } from '../sign-in/used-codes.ts'
import type { Attempt } from './limits.ts'
import { recoveryCodeFrom } from './recovery-codes.ts'

const APP_DIGITS = 6
/** Longer than an app's code is taken. */
const CODE_LIFE_MS = 3 * MINUTE_MS

interface Owner {
  cookies: string
  /** A code of the app, or one on paper. */
  typed: string
  client: string
}

/** Does without a second factor; throws unless they show that they have it. */
export async function removeSecondFactor(context: SignInContext, owner: Owner, language: Language): Promise<void> {
  const { accountId, mail: to } = await mustHoldSecondFactor(context, owner)
  await context.accounts.secondFactor.remove(accountId)
  await context.tell({ to, language, about: 'second-factor-removed' }).catch(() => {})
}

/** The same by who runs the publication, for somebody of whom they know who it is. */
export async function takeSecondFactorAway(context: SignInContext, mail: string, language: Language): Promise<void> {
  const to = mailAddressFrom(mail)
  const person = await byMail(context.store, to)
  if (!person?.accountId) throw new Trouble('missing', 'person.missing')
  await context.accounts.secondFactor.remove(person.accountId)
  await context.tell({ to, language, about: 'second-factor-removed' }).catch(() => {})
}

/** New codes for paper; throws unless they show that they have the second factor. */
export async function renewRecoveryCodes(context: SignInContext, owner: Owner): Promise<string[]> {
  const { accountId } = await mustHoldSecondFactor(context, owner)
  return context.accounts.secondFactor.renewRecoveryCodes(accountId)
}

async function mustHoldSecondFactor(context: SignInContext, { cookies, typed, client }: Owner) {
  const { accounts } = context
  const signedIn = await accounts.signedIn(cookies)
  if (!signedIn?.hasSecondFactor) throw new Trouble('gone', 'second-factor.none')
  const { accountId } = signedIn
  const recovery = recoveryCodeFrom(typed)
  if (recovery) {
    await context.limits.second(accountId, { client })
    await accounts.secondFactor.byRecoveryCode(cookies, recovery)
  } else await accounts.secondFactor.byCode(cookies, await useAppCode(context, { accountId, typed, client }))
  return signedIn
}

/** The digits of an app's code, which nobody has used before; throws where it cannot be one. */
export async function useAppCode(
  { store, limits, clock }: SignInContext,
  { accountId, typed, client, device }: { accountId: string; typed: string } & Attempt,
): Promise<string> {
  await limits.second(accountId, { client, device })
  const digits = digitsOf(typed)
  if (digits.length !== APP_DIGITS) throw new Trouble('invalid', 'second-step.wrong')
  const { value: isFirst } = await store.write((tx) => useUp(tx, `${accountId} ${digits}`, clock() + CODE_LIFE_MS))
  if (!isFirst) throw new Trouble('invalid', 'second-step.used')
  return digits
}
