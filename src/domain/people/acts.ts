import { act } from '../audit/index.ts'

export const roleGiven = act('role-given')
export const roleTaken = act('role-taken')

export const invitationSent = act('invitation-sent')
export const invitationWithdrawn = act('invitation-withdrawn')

export const placeholderHandedOver = act('placeholder-handed-over')
export const placeholderGivenBack = act('placeholder-given-back')
export const claimDeclined = act('claim-declined')

export const secondFactorTaken = act('second-factor-taken')

/** What is done to people, and stays on record. */
export const acts = [
  roleGiven,
  roleTaken,
  invitationSent,
  invitationWithdrawn,
  placeholderHandedOver,
  placeholderGivenBack,
  claimDeclined,
  secondFactorTaken,
]
