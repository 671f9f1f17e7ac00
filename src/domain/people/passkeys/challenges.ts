import { MINUTE_MS } from '../../../kit/clock.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { seal, unseal } from '../accounts/account-library.ts'
import type { SignInContext } from '../sign-in/sign-in-context.ts'
import { useUp } from '../sign-in/used-codes.ts'

/** What a challenge is for: to add a key to an account, or to come in. */
interface Challenge {
  challenge: string
  /** Null for somebody who wants to come in. */
  accountId: string | null
  until: number
}

const LIFE_MS = 5 * MINUTE_MS

/** A challenge that its page carries to and fro, and that nobody else can make or read. */
export function sealChallenge(
  { secret, clock }: SignInContext,
  challenge: string,
  accountId: string | null,
): Promise<string> {
  return seal(JSON.stringify({ challenge, accountId, until: clock() + LIFE_MS } satisfies Challenge), secret)
}

/** The challenge again, once and in time. */
export async function openChallenge(
  { store, secret, clock }: SignInContext,
  sealed: string,
  accountId: string | null,
): Promise<string> {
  const text = await unseal(sealed, secret).catch(() => '{}')
  const kept = JSON.parse(text) as Partial<Challenge>
  const isOpen = kept.challenge !== undefined && kept.accountId === accountId && (kept.until ?? 0) > clock()
  if (!isOpen) throw new Trouble('gone', 'passkey.over')
  const { value: isFirst } = await store.write((tx) => useUp(tx, `passkey ${kept.challenge}`, kept.until!))
  if (!isFirst) throw new Trouble('gone', 'passkey.over')
  return kept.challenge!
}
