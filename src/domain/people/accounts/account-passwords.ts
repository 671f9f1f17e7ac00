import { Trouble } from '../../../kit/trouble.ts'
import type { AccountSettings, Library } from './account-library.ts'
import { headersFor, refusedWith } from './library-answers.ts'
import type { OpenSessions } from './open-sessions.ts'
import { checkLength } from './password.ts'

/** Which password an account has, where it has one. */
export interface Passwords {
  hasPassword(accountId: string): Promise<boolean>
  isPassword(cookies: string, password: string): Promise<boolean>
  /** Ends all other sessions of the account, and gives this one another token. */
  setPassword(cookies: string, password: string): Promise<string[]>
}

export function createPasswords(
  settings: AccountSettings,
  open: () => Promise<Library>,
  sessions: Pick<OpenSessions, 'present' | 'renew'>,
): Passwords {
  const asHeaders = headersFor(settings)
  return {
    async hasPassword(accountId) {
      const { internalAdapter } = await (await open()).$context
      return Boolean((await internalAdapter.findCredentialAccount(accountId))?.password)
    },

    async isPassword(cookies, password) {
      const { api } = await open()
      const checked = api.verifyPassword({ body: { password }, headers: asHeaders(sessions.present(cookies)) })
      return checked.then(
        () => true,
        (error) => refusedWith(error, 'INVALID_PASSWORD', false),
      )
    },

    async setPassword(given, password) {
      checkLength(password)
      const cookies = sessions.present(given)
      const { api, $context } = await open()
      const session = await api.getSession({ headers: asHeaders(cookies) })
      if (!session) throw new Trouble('forbidden', 'person.unknown')
      await keepPassword(await $context, session.user.id, password)
      await api.revokeOtherSessions({ headers: asHeaders(cookies) })
      return sessions.renew(cookies)
    },
  }
}

type Context = Awaited<Library['$context']>

/** Keeps the hash of a password, in place of the one before. */
export async function keepPassword({ internalAdapter, password: { hash } }: Context, userId: string, typed: string) {
  const password = await hash(typed)
  const kept = await internalAdapter.findCredentialAccount(userId)
  if (kept) await internalAdapter.updateAccount(kept.id, { password })
  else await internalAdapter.linkAccount({ userId, accountId: userId, providerId: 'credential', password })
}
