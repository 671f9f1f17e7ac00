import { act } from '../audit/index.ts'

export const roleGiven = act('role-given')
export const roleTaken = act('role-taken')

export const invitationSent = act('invitation-sent')
export const invitationWithdrawn = act('invitation-withdrawn')

/** What is done to people, and stays on record. */
export const acts = [roleGiven, roleTaken, invitationSent, invitationWithdrawn]
