import type { Reading, Writing } from '../../../store/index.ts'
import type { SiteRole } from './site.ts'

/** What a site has said of an account's owner so far, as hashes, so that what they change here stays until it says something new. */
export interface SiteAccount {
  accountId: string
  site: string
  mailHash: string
  nameHash: string
  pictureHash: string
  /** JSON of the roles it said, each with whether it gave it; where it did not, the person had it already. */
  roles: string
}

export type SaidRoles = Partial<Record<SiteRole, boolean>>

interface SiteAccountTables {
  siteAccount: SiteAccount
}

export async function siteAccountOf(db: Reading, accountId: string, site: string): Promise<SiteAccount | undefined> {
  const accounts = db.look<SiteAccountTables>().selectFrom('siteAccount').selectAll()
  return accounts.where('accountId', '=', accountId).where('site', '=', site).executeTakeFirst()
}

/** Keeps what a site has said, in place of what it said before. */
export async function keepSaid(tx: Writing, account: SiteAccount): Promise<void> {
  const { accountId: _, site: __, ...rest } = account
  const insert = tx.change<SiteAccountTables>().insertInto('siteAccount').values(account)
  await insert.onConflict((c) => c.columns(['accountId', 'site']).doUpdateSet(rest)).execute()
}

/** Keeps that what a site says of the address is done. */
export async function keepMailSaid(
  tx: Writing,
  { accountId, site, mailHash }: Pick<SiteAccount, 'accountId' | 'site' | 'mailHash'>,
): Promise<void> {
  const account = tx.change<SiteAccountTables>().updateTable('siteAccount').set({ mailHash })
  await account.where('accountId', '=', accountId).where('site', '=', site).execute()
}
