import type { Reading } from '../../../store/index.ts'
import { recorded } from '../../audit/index.ts'
import { hasSecondFactor } from '../accounts/own-second-factor.ts'
import type { MailChange } from '../mail-change/mail-changes.ts'
import { passkeysOf } from '../passkeys/passkeys.ts'
import { heldFrom } from '../roles/grant.ts'
import type { InvitationTables } from '../roles/invitation.ts'
import { iso, rowsAfter } from './archive-rows.ts'
import type { ArchiveList, Whose } from './data-kind.ts'

interface Tables extends InvitationTables {
  authAccount: { userId: string; providerId: string; accountId: string; createdAt: string; updatedAt: string }
  authTwoFactor: { userId: string; verified: number | boolean | null }
  secondFactorWait: { accountId: string; askedAt: number }
  siteAccount: { accountId: string; site: string; roles: string }
  mailChange: MailChange
}

/** @NOTE so better-auth calls the account that has the password. */
const PASSWORD = 'credential'
const BY_PROVIDER = /^oidc:/

/** How somebody proves who they are: their address, and since when there is a password. */
export async function aboutAccount(db: Reading, { person, mail }: Whose): Promise<object> {
  const password = (await accountsOf(db, person.accountId!)).find(({ providerId }) => providerId === PASSWORD)
  return { mail, passwordSince: password ? new Date(password.updatedAt) : null }
}

export async function aboutSecondFactor(db: Reading, { person }: Whose): Promise<object> {
  const waits = db
    .look<Tables>()
    .selectFrom('secondFactorWait')
    .select('askedAt')
    .where('accountId', '=', person.accountId!)
  const wait = await waits.executeTakeFirst()
  return { secondStep: await hasSecondFactor(db, person.accountId!), saidLostAt: iso(wait?.askedAt ?? null) }
}

export const passkeysList: ArchiveList = {
  file: 'passkeys',
  async *rows(db, { person }) {
    for (const { device, createdAt, usedAt } of await passkeysOf(db, person.accountId!))
      yield { device, since: iso(createdAt), lastUsedAt: iso(usedAt) }
  },
}

/** Accounts elsewhere by which somebody comes in, with the roles that a site says they have. */
export const accountsElsewhereList: ArchiveList = {
  file: 'accounts-elsewhere',
  async *rows(db, { person }) {
    const sites = db.look<Tables>().selectFrom('siteAccount').select(['site', 'roles'])
    const said = await sites.where('accountId', '=', person.accountId!).execute()
    for (const { providerId, accountId, createdAt } of await accountsOf(db, person.accountId!)) {
      if (!BY_PROVIDER.test(providerId)) continue
      const at = providerId.replace(BY_PROVIDER, '')
      const roles = Object.keys(JSON.parse(said.find(({ site }) => site === at)?.roles ?? '{}'))
      yield { at, knownThereAs: accountId, since: new Date(createdAt), roles }
    }
  },
}

export const mailChangesList: ArchiveList = {
  file: 'mail-changes',
  async *rows(db, { person }) {
    const changes = db.look<Tables>().selectFrom('mailChange').selectAll().where('accountId', '=', person.accountId!)
    for (const { oldMail, newMail, askedAt, changedAt, undoneAt } of await changes.orderBy('id').execute())
      yield { from: oldMail, to: newMail, askedAt: iso(askedAt), changedAt: iso(changedAt), undoneAt: iso(undoneAt) }
  },
}

/** Invitations that somebody was sent, and those that they sent, without whom those went to. */
export const invitationsList: ArchiveList = {
  file: 'invitations',
  async *rows(db, { person: { id }, mail }) {
    const next = (last: { id: number } | undefined, limit: number) => {
      const all = db.look<Tables>().selectFrom('invitation').selectAll()
      const theirs = all.where((e) =>
        e.or([e('byId', '=', id), e('acceptedById', '=', id), e('mail', '=', mail as never)]),
      )
      return theirs
        .where('id', '>', (last?.id ?? 0) as never)
        .orderBy('id')
        .limit(limit)
        .execute()
    }
    for await (const { byId, at, until, acceptedAt, withdrawnAt, ...row } of rowsAfter(next)) {
      const ends = { until: iso(until), acceptedAt: iso(acceptedAt), withdrawnAt: iso(withdrawnAt) }
      yield { sentBy: byId === id ? 'you' : 'somebody else', ...heldFrom(row), sentAt: iso(at), ...ends }
    }
  },
}

/** @NOTE whoever else stands in an entry is somebody else's business. */
export const auditList: ArchiveList = {
  file: 'audit-log',
  async *rows(db, { person: { id } }) {
    const next = (last: { id: number } | undefined, limit: number) =>
      recorded(db, { person: id, before: last?.id as never }, limit)
    for await (const { act, at, byId, aboutId, before, after } of rowsAfter(next)) {
      const states = aboutId === id ? { before, after } : {}
      yield { act, at: iso(at), doneBy: byId === id ? 'you' : 'somebody else', ...states }
    }
  },
}

function accountsOf(db: Reading, accountId: string) {
  const accounts = db.look<Tables>().selectFrom('authAccount').where('userId', '=', accountId)
  return accounts.select(['providerId', 'accountId', 'createdAt', 'updatedAt']).orderBy('createdAt').execute()
}
