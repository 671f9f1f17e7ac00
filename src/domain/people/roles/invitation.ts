import type { Generated } from 'kysely'
import { DAY_MS } from '../../../kit/clock.ts'
import type { Id } from '../../../kit/ids.ts'
import type { PersonId } from '../person.ts'
import type { MailAddress } from '../sign-in/mail-address.ts'
import type { HeldRole, Limits } from './role.ts'

export type InvitationId = Id<'invitation'>

/** So long a letter can lie. */
export const INVITATION_LIFE_MS = 7 * DAY_MS

/** That whoever reads the mail of an address may come and take a role. Its link is kept as a hash. */
export interface Invitation extends HeldRole {
  id: InvitationId
  /** Forgotten once it is accepted, withdrawn, or past its time. */
  mail: MailAddress | null
  byId: PersonId | null
  at: number
  until: number
}

/** As it is kept: lists are JSON. */
export type InvitationRow = Omit<Invitation, keyof Limits> & {
  tokenHash: string
  sections: string
  languages: string
  withdrawnById: PersonId | null
  withdrawnAt: number | null
  acceptedById: PersonId | null
  acceptedAt: number | null
}

export interface InvitationTables {
  invitation: Omit<InvitationRow, 'id'> & { id: Generated<InvitationId> }
}
