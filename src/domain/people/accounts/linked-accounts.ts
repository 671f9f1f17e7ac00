import type { MailAddress } from '../sign-in/mail-address.ts'
import type { Library } from './account-library.ts'

/** Accounts elsewhere by which somebody comes in. */
export interface LinkedAccounts {
  /** The account that a provider's is connected to. */
  linked(provider: string, subject: string): Promise<string | undefined>
  link(accountId: string, provider: string, subject: string): Promise<void>
  unlink(accountId: string, provider: string): Promise<void>
  /** The providers that an account is connected to. */
  links(accountId: string): Promise<string[]>
  /** A new account for an address that a provider vouches for; undefined when the address has one. */
  createLinked(mail: MailAddress, provider: string, subject: string): Promise<string | undefined>
}

export function createLinkedAccounts(open: () => Promise<Library>): LinkedAccounts {
  return {
    async linked(provider, accountId) {
      const { adapter } = await (await open()).$context
      const where = [
        { field: 'providerId', value: BY_PROVIDER + provider },
        { field: 'accountId', value: accountId },
      ]
      return (await adapter.findOne<{ userId: string }>({ model: 'account', where }))?.userId
    },

    async link(userId, provider, accountId) {
      const { internalAdapter } = await (await open()).$context
      await internalAdapter.linkAccount({ userId, providerId: BY_PROVIDER + provider, accountId })
    },

    async unlink(accountId, provider) {
      const { internalAdapter } = await (await open()).$context
      for (const account of await internalAdapter.findAccounts(accountId))
        if (account.providerId === BY_PROVIDER + provider) await internalAdapter.deleteAccount(account.id)
    },

    async links(accountId) {
      const { internalAdapter } = await (await open()).$context
      const accounts = await internalAdapter.findAccounts(accountId)
      const providers = accounts.filter(({ providerId }) => providerId.startsWith(BY_PROVIDER))
      return providers.map(({ providerId }) => providerId.slice(BY_PROVIDER.length))
    },

    async createLinked(email, provider, accountId) {
      const { internalAdapter } = await (await open()).$context
      if (await internalAdapter.findUserByEmail(email)) return
      const made = internalAdapter.createUser({ email, emailVerified: true, name: '' }, { method: 'oauth' })
      const user = await made.catch(async (error) => {
        if (!(await internalAdapter.findUserByEmail(email))) throw error
      })
      if (!user) return
      await internalAdapter.linkAccount({ userId: user.id, providerId: BY_PROVIDER + provider, accountId })
      return user.id
    },
  }
}

/** Before a provider's name among the accounts that belong to one. */
const BY_PROVIDER = 'oidc:'
