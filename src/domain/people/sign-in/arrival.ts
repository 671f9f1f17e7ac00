import type { Store } from '../../../store/index.ts'
import type { Entered } from '../accounts/entered.ts'
import { byAccount } from '../people.ts'
import type { Person } from '../person.ts'

/** Somebody who came in; without a person when the account has no name yet. */
export interface AfterSignIn {
  person: Person | undefined
  /** The name wished for at sign-up. */
  wished: string | null
  next: string | null
  cookies: string[]
  /** Whether a second step is asked for, before which there is nobody. */
  isHalfway?: boolean
}

/** Who has come in, by whatever way. */
export async function arrivalOf(store: Store, { accountId, cookies }: Entered): Promise<AfterSignIn> {
  const arrival = { wished: null, next: null, cookies }
  if (accountId === undefined) return { ...arrival, person: undefined, isHalfway: true }
  return { ...arrival, person: await byAccount(store, accountId) }
}
