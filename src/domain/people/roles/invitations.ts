import { sha256 } from '../../../kit/hash.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { record } from '../../audit/index.ts'
import { invitationSent, invitationWithdrawn } from '../acts.ts'
import type { PersonId } from '../person.ts'
import { giveRoles } from '../policy.ts'
import { mustMay } from '../rights/right.ts'
import type { MailAddress } from '../sign-in/mail-address.ts'
import { heldFrom, limitsAsText } from './grant.ts'
import { memberById } from './grants.ts'
import {
  INVITATION_LIFE_MS,
  type Invitation,
  type InvitationId,
  type InvitationRow,
  type InvitationTables,
} from './invitation.ts'
import { exceeds, type HeldRole, type Member } from './role.ts'
import { giveRole, told } from './roles.ts'

export interface Inviting {
  mail: MailAddress
  held: HeldRole
  token: string
  by: Member
  at: number
}

/** Invites whoever reads an address to a role; one that is open for the same is withdrawn for it. */
export async function invite(tx: Writing, { mail, held, token, by, at }: Inviting): Promise<void> {
  mustMay(giveRoles, by, undefined)
  if (exceeds(held.role, held)) throw new Trouble('invalid', 'role.without-limits')
  await tx.inTurn('roles')
  const before = open(tx, at).where('mail', '=', mail).where('role', '=', held.role)
  for (const { id } of await before.execute()) await end(tx, id, by.id, at)
  const ends = { withdrawnById: null, withdrawnAt: null, acceptedById: null, acceptedAt: null }
  const span = { byId: by.id, at, until: at + INVITATION_LIFE_MS }
  const row = { tokenHash: sha256(token), mail, role: held.role, ...limitsAsText(held), ...span, ...ends }
  await tx.change<InvitationTables>().insertInto('invitation').values(row).execute()
  await record(tx, invitationSent, { byId: by.id, after: told(held), at })
}

/** The invitation behind a link, while it is open. */
export async function invitationBehind(db: Reading, token: string, now: number): Promise<Invitation | undefined> {
  const row = await open(db, now).where('tokenHash', '=', sha256(token)).executeTakeFirst()
  return row && invitationFrom(row)
}

/** Those that nobody has accepted yet, the latest first. */
export async function openInvitations(db: Reading, now: number, limit: number): Promise<Invitation[]> {
  return (await open(db, now).orderBy('id', 'desc').limit(limit).execute()).map(invitationFrom)
}

export interface Accepting {
  token: string
  by: Member
  /** The address with which they are signed in. */
  mail: string
  at: number
}

/** Gives whoever was invited the role, in the name of who invited, who must still be one to give it. */
export async function acceptInvitation(tx: Writing, { token, by, mail, at }: Accepting): Promise<void> {
  await tx.inTurn('roles')
  const invitation = await invitationBehind(tx, token, at)
  if (!invitation) throw new Trouble('gone', 'invitation.spent')
  if (invitation.mail !== mail) throw new Trouble('forbidden', 'invitation.other-address')
  const inviter = invitation.byId && (await memberById(tx, invitation.byId))
  if (!inviter || !giveRoles.may(inviter, undefined)) throw new Trouble('gone', 'invitation.void')
  const { role, sections, languages } = invitation
  await giveRole(tx, { personId: by.id, role, limits: { sections, languages }, byId: inviter.id, at })
  const accepted = tx.change<InvitationTables>().updateTable('invitation')
  await accepted.set({ acceptedById: by.id, acceptedAt: at, mail: null }).where('id', '=', invitation.id).execute()
}

/** Takes an invitation back; nothing changes where it is open no more. */
export async function withdrawInvitation(
  tx: Writing,
  { id, by, at }: { id: InvitationId; by: Member; at: number },
): Promise<void> {
  mustMay(giveRoles, by, undefined)
  await tx.inTurn('roles')
  const invitation = await open(tx, at).where('id', '=', id).executeTakeFirst()
  if (!invitation) return
  await end(tx, id, by.id, at)
  await record(tx, invitationWithdrawn, { byId: by.id, before: told(heldFrom(invitation)), at })
}

/** Forgets the addresses of invitations that are past their time. */
export async function sweepInvitations(tx: Writing, now: number): Promise<boolean> {
  const past = tx.change<InvitationTables>().updateTable('invitation').set({ mail: null })
  await past.where('mail', 'is not', null).where('until', '<=', now).execute()
  return false
}

async function end(tx: Writing, id: InvitationId, withdrawnById: PersonId, withdrawnAt: number) {
  const invitations = tx.change<InvitationTables>().updateTable('invitation')
  await invitations.set({ withdrawnById, withdrawnAt, mail: null }).where('id', '=', id).execute()
}

function open(db: Reading, now: number) {
  const invitations = db.look<InvitationTables>().selectFrom('invitation').selectAll()
  return invitations.where('acceptedAt', 'is', null).where('withdrawnAt', 'is', null).where('until', '>', now)
}

function invitationFrom({ id, mail, byId, at, until, ...row }: InvitationRow): Invitation {
  return { id, mail, byId, at, until, ...heldFrom(row) }
}
