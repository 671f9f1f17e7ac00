import type { Clock } from '../../../kit/clock.ts'
import type { Language } from '../../../kit/language.ts'
import type { Reading, Store } from '../../../store/index.ts'
import type { Accounts } from '../accounts/accounts.ts'
import type { Limits } from '../accounts/limits.ts'
import type { StrengthOf } from '../accounts/password-strength.ts'
import type { MailAddress } from './mail-address.ts'

/** What signing in needs of the rest; parley.ts hands it over. */
export interface SignInContext {
  store: Store
  accounts: Accounts
  limits: Limits
  clock: Clock
  secret: string
  /** Its codes are taken, too. */
  formerSecret?: string | undefined
  strengthOf: StrengthOf
  post: SendLink
  /** What the publication is called, so that nobody takes its name. */
  publicationNames(db: Reading): Promise<readonly string[]>
  tell: TellOwner
}

/** Brings a letter with a one-time link; what stands in it is up to the post. */
export type SendLink = (letter: { to: MailAddress; known: boolean; link: string; language: Language }) => Promise<void>

/** Tells whoever an account belongs to what is done with it; the words are those of the post, by what it is about. */
export type TellOwner = (letter: AccountLetter) => Promise<void>

export interface AccountLetter {
  to: string
  language: Language
  about: AccountNews
  /** Where it can be stopped or undone, where it can. */
  link?: string
  /** What the words name besides. */
  named?: Readonly<Record<string, string | number>>
}

export type AccountNews =
  | 'second-factor-wait'
  | 'second-factor-removed'
  | 'mail-change-proof'
  | 'mail-change-asked'
  | 'mail-change-taken'
  | 'mail-changed'
  | 'mail-changed-here'
  | 'mail-change-undone'
