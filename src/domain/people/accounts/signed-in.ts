import type { Member } from '../roles/role.ts'
import type { MailAddress } from '../sign-in/mail-address.ts'

/** Whose session a browser's cookie names, and since when it runs. */
export interface SignedIn {
  accountId: string
  mail: MailAddress
  sessionId: string
  since: number
  /** Nobody yet for an account that has just been made. */
  person: Member | undefined
  hasSecondFactor: boolean
  /** Whether they would be staff, had they the second factor that the publication asks of staff. */
  lacksSecondFactor: boolean
  /** Whether the person's roles have changed since the session got its token. */
  isOutdated: boolean
  /** What to send back when the session was prolonged. */
  cookies: string[]
}
