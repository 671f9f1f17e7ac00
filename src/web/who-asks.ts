import { type Accounts, byAccount, type Person } from '../domain/people/index.ts'
import type { Store } from '../store/index.ts'

/** Who asks, and what to send back when their session was prolonged. */
export interface Asker {
  person: Person | undefined
  cookies: readonly string[]
}

const STRANGER: Asker = { person: undefined, cookies: [] }

/** The person whose session a request's cookies name. */
export async function whoAsks(accounts: Accounts, store: Store, cookies: string | undefined): Promise<Asker> {
  const signedIn = await accounts.signedIn(cookies)
  if (!signedIn) return STRANGER
  return { person: await byAccount(store, signedIn.accountId), cookies: signedIn.cookies }
}
