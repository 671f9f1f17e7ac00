import { Trouble } from '../../../kit/trouble.ts'
import type { PersonId } from '../person.ts'
import type { MailAddress } from '../sign-in/mail-address.ts'
import { type AccountSettings, type Library, openLibrary, renewalOf, sessionCookie } from './account-library.ts'
import { type AccountMail, createAccountMail } from './account-mail.ts'
import { createPasswords, keepPassword, type Passwords } from './account-passwords.ts'
import type { Entered } from './entered.ts'
import { createKnownSessions } from './known-sessions.ts'
import { headersFor, refusedWith, unlessEnded, valueIn } from './library-answers.ts'
import { createLinkedAccounts, type LinkedAccounts } from './linked-accounts.ts'
import { lockAnew } from './lock-anew.ts'
import { createOpenSessions, type OpenSessions } from './open-sessions.ts'
import { checkLength, LONGEST_PASSWORD } from './password.ts'
import { createSecondFactor, type SecondFactor } from './second-factor.ts'
import type { SignedIn } from './signed-in.ts'
import type { Visit } from './visit.ts'

/** Who can sign in, and who is signed in. Cookies come as one request header and go as lines of Set-Cookie. */
export interface Accounts extends Passwords, LinkedAccounts, AccountMail {
  /** Has at hand soon what signing in needs, for somebody who is about to. */
  prepare(): void
  signedIn(cookies: string | undefined): Promise<SignedIn | undefined>
  /** Who that was when it was last asked. @NOTE what is asked of them meanwhile counts only when it turns out that it still is. */
  likely(cookies: string | undefined): PersonId | undefined
  byPassword(mail: MailAddress, password: string, visit?: Visit): Promise<Entered>
  /** A token that proves the address of whoever brings it back. */
  tokenFor(mail: MailAddress): Promise<string>
  /** Takes the token once, and makes the account where there was none. */
  byToken(token: string, visit?: Visit): Promise<Entered>
  /** For whoever has shown by other means who they are; a second step is still asked for. */
  enter(accountId: string, visit?: Visit): Promise<Entered>
  /** The same without a second step. */
  enterWholly(accountId: string, visit?: Visit): Promise<Entered>
  secondFactor: SecondFactor
  sessions: OpenSessions
  leave(cookies: string): Promise<string[]>
  leaveEverywhere(cookies: string): Promise<string[]>
  /** For one whose address needs no proof; undefined when the address has an account. */
  create(mail: MailAddress, password: string): Promise<string | undefined>
  remove(accountId: string): Promise<void>
  /** Locks with the present secret what the former one locked, so that it can go. */
  lockAnew(): Promise<void>
}

export function createAccounts(settings: AccountSettings): Accounts {
  const known = createKnownSessions(settings)
  const asHeaders = headersFor(settings)
  let opening: Promise<Library> | undefined
  const open = () => {
    opening ??= openLibrary(settings)
    return opening
  }

  const sessions = createOpenSessions(settings, open)
  const sessionIn = (cookies: string) => valueIn(cookies, sessionCookie(settings.url))

  /** A session from before its person's roles changed goes on under another token. */
  async function rotated(cookies: string, signedIn: SignedIn): Promise<SignedIn> {
    if (!signedIn.isOutdated) return signedIn
    return { ...signedIn, isOutdated: false, cookies: await sessions.renew(cookies) }
  }

  return {
    /** @NOTE what cannot be loaded is told to whoever signs in. */
    prepare: () => void open().catch(() => {}),

    sessions,
    ...createPasswords(settings, open, sessions),
    ...createLinkedAccounts(open),
    ...createAccountMail(open),

    likely(given) {
      const cookie = given && sessionIn(sessions.present(given))
      return cookie ? known.likely(cookie) : undefined
    },

    async signedIn(given) {
      const cookies = given && sessions.present(given)
      const cookie = cookies && sessionIn(cookies)
      if (!cookie) return
      const before = await known.find(cookie)
      if (before) return rotated(cookies, before)
      const { api } = await open()
      const { headers, response } = await api.getSession({ headers: asHeaders(cookies), returnHeaders: true })
      if (!response) return
      const { user, session } = response
      const since = session.createdAt.getTime()
      const mail = user.email as MailAddress
      const whole = { accountId: user.id, mail, sessionId: session.id, since }
      const who = await known.keep(cookie, session.token, renewalOf(session.expiresAt), whole)
      return rotated(cookies, { ...whole, ...who, cookies: headers.getSetCookie() })
    },

    secondFactor: createSecondFactor(settings, open, sessions.present),

    async byPassword(email, password, visit) {
      if (password.length > LONGEST_PASSWORD) throw new Trouble('invalid', 'sign-in.wrong')
      const { api } = await open()
      const body = { email, password }
      const headers = asHeaders(undefined, visit)
      return enteredBy(await api.signInEmail({ body, headers, returnHeaders: true }).catch(wrongPassword))
    },

    async tokenFor(email) {
      const { api } = await open()
      return new Promise((resolve, reject) => {
        const body = { email, metadata: { take: resolve } }
        api.signInMagicLink({ body, headers: new Headers() }).catch(reject)
      })
    },

    async byToken(token, visit) {
      const { api } = await open()
      const asked = { query: { token }, headers: asHeaders(undefined, visit), returnHeaders: true } as const
      return enteredBy(await api.magicLinkVerify(asked).catch(spentToken))
    },

    async enter(userId, visit) {
      const { api } = await open()
      return enteredBy(await api.enter({ body: { userId }, headers: asHeaders(undefined, visit), returnHeaders: true }))
    },

    async enterWholly(userId, visit) {
      const { api } = await open()
      const asked = { body: { userId }, headers: asHeaders(undefined, visit), returnHeaders: true } as const
      return enteredBy(await api.enterWholly(asked))
    },

    async leave(cookies) {
      return leave(await open(), asHeaders(cookies))
    },

    async leaveEverywhere(cookies) {
      const library = await open()
      await library.api.revokeSessions({ headers: asHeaders(cookies) }).catch(unlessEnded)
      return leave(library, asHeaders(cookies))
    },

    async create(email, password) {
      checkLength(password)
      const context = await (await open()).$context
      if (await context.internalAdapter.findUserByEmail(email)) return
      const user = { email, emailVerified: true, name: '' }
      const { internalAdapter } = context
      const made = internalAdapter.createUser(user, { method: 'operator' })
      const created = await made.catch(async (error) => {
        if (!(await internalAdapter.findUserByEmail(email))) throw error
      })
      if (!created) return
      const { id } = created
      await keepPassword(context, id, password)
      return id
    },

    async remove(accountId) {
      const { internalAdapter } = await (await open()).$context
      await internalAdapter.deleteUser(accountId)
    },

    async lockAnew() {
      if (settings.formerSecret === undefined) return
      await lockAnew(settings, (await (await open()).$context).secretConfig)
    },
  }
}

/** @NOTE where a second step is asked for, better-auth answers with that in place of what its types say. */
function enteredBy({ response, headers }: { response: { user?: { id: string } }; headers: Headers }): Entered {
  return { accountId: response.user?.id, cookies: headers.getSetCookie() }
}

async function leave({ api }: Library, headers: Headers) {
  const left = await api.signOut({ headers, returnHeaders: true })
  return left.headers.getSetCookie()
}

function wrongPassword(error: unknown): never {
  throw refusedWith(error, 'INVALID_EMAIL_OR_PASSWORD', new Trouble('invalid', 'sign-in.wrong', {}, { cause: error }))
}

/** @NOTE better-auth answers a token that it does not have with a redirection. */
function spentToken(error: unknown): never {
  if (error instanceof Error && 'status' in error && error.status === 'FOUND') throw new Trouble('gone', 'link.spent')
  throw error
}
