import { MINUTE_MS } from '../../../kit/clock.ts'
import type { Language } from '../../../kit/language.ts'
import { createNamedTurns } from '../../../kit/named-turns.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { record } from '../../audit/index.ts'
import { secondFactorTaken } from '../acts.ts'
import { byMail } from '../people.ts'
import type { PersonId } from '../person.ts'
import { takeSecondFactor } from '../policy.ts'
import { mustMay } from '../rights/right.ts'
import { memberById } from '../roles/grants.ts'
import { type MailAddress, mailAddressFrom } from '../sign-in/mail-address.ts'
import { endWait } from '../sign-in/second-factor-waits.ts'
import type { SignInContext } from '../sign-in/sign-in-context.ts'
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

interface Helping {
  /** The administrator who does it; null for the operator at the terminal. */
  byId: PersonId | null
  language: Language
}

/** The same by who runs the publication, for somebody else of whom they know who it is. Answers whether there was one to take away. */
export function takeSecondFactorAway(context: SignInContext, mail: string, helping: Helping): Promise<boolean> {
  const to = mailAddressFrom(mail)
  return turns.oneAtATime(to, () => takenAway(context, to, helping))
}

const turns = createNamedTurns()

async function takenAway({ store, accounts, clock, tell }: SignInContext, to: MailAddress, helping: Helping) {
  const { byId, language } = helping
  const person = await byMail(store, to)
  if (!person?.accountId) throw new Trouble('missing', 'person.missing')
  const { id, accountId } = person
  if (byId === id) throw new Trouble('forbidden', 'second-factor.not-own')
  if (!(await hasSecondFactor(store, accountId))) return false
  await store.write(async (tx) => {
    if (byId !== null) await mustStillMay(tx, byId)
    await endWait(tx, accountId)
    await record(tx, secondFactorTaken, { byId, aboutId: id, at: clock() })
  })
  await accounts.secondFactor.remove(accountId)
  await tell({ to, language, about: 'second-factor-removed' }).catch(() => {})
  return true
}

/** @NOTE who does it is looked up anew: their role may have been taken in this moment. */
async function mustStillMay(tx: Writing, id: PersonId) {
  const by = await memberById(tx, id)
  if (!by) throw new Trouble('forbidden', 'person.unknown')
  mustMay(takeSecondFactor, by, undefined)
}

/** Whether an account asks for a second step. */
export async function hasSecondFactor(db: Reading, accountId: string): Promise<boolean> {
  const accounts = db.look<{ authUser: { id: string; twoFactorEnabled: unknown } }>().selectFrom('authUser')
  const account = await accounts.select('twoFactorEnabled').where('id', '=', accountId).executeTakeFirst()
  return Boolean(account?.twoFactorEnabled)
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
