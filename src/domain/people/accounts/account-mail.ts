import type { MailAddress } from '../sign-in/mail-address.ts'
import type { Library } from './account-library.ts'

/** Which address an account has. */
export interface AccountMail {
  isKnown(mail: MailAddress): Promise<boolean>
  mailOf(accountId: string): Promise<MailAddress | undefined>
  setMail(accountId: string, mail: MailAddress): Promise<void>
  /** Gives an account back its former address, ends its sessions, and takes away passwords and links to other accounts that it was given since then. */
  takeBack(accountId: string, mail: MailAddress, since: number): Promise<void>
}

export function createAccountMail(open: () => Promise<Library>): AccountMail {
  return {
    async isKnown(mail) {
      const { internalAdapter } = await (await open()).$context
      return (await internalAdapter.findUserByEmail(mail)) !== null
    },

    async mailOf(accountId) {
      const { internalAdapter } = await (await open()).$context
      return (await internalAdapter.findUserById(accountId))?.email as MailAddress | undefined
    },

    async setMail(accountId, email) {
      const { internalAdapter } = await (await open()).$context
      await internalAdapter.updateUser(accountId, { email, emailVerified: true })
    },

    async takeBack(accountId, email, since) {
      const { internalAdapter } = await (await open()).$context
      const nameless = await internalAdapter.findUserByEmail(email)
      if (nameless && nameless.user.id !== accountId) await internalAdapter.deleteUser(nameless.user.id)
      await internalAdapter.updateUser(accountId, { email, emailVerified: true })
      for (const account of await internalAdapter.findAccounts(accountId))
        if (account.updatedAt.getTime() >= since) await internalAdapter.deleteAccount(account.id)
      await internalAdapter.deleteUserSessions(accountId)
    },
  }
}
