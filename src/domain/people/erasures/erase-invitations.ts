import type { EraseSome } from '../privacy/data-kind.ts'
import type { InvitationTables } from '../roles/invitation.ts'
import { mailOf } from './erase-account.ts'

/** Forgets invitations that went to a person's address, while it is known which that is. */
export const eraseInvitations: EraseSome = async (tx, { personId }) => {
  const mail = await mailOf(tx, personId)
  if (!mail) return
  const invitations = tx.change<InvitationTables>().deleteFrom('invitation')
  await invitations.where('mail', '=', mail as never).execute()
  return undefined
}
