import type { Person } from '../person.ts'
import type { MailAddress } from '../sign-in/mail-address.ts'

/** Whose session a browser's cookie names, and since when it runs. */
export interface SignedIn {
  accountId: string
  mail: MailAddress
  sessionId: string
  since: number
  /** Nobody yet for an account that has just been made. */
  person: Person | undefined
  /** What to send back when the session was prolonged. */
  cookies: string[]
}
