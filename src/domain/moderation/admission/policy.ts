import { type Right, rightOfRoles, rightWithinLimits } from '../../people/index.ts'

/** In a raid: asks something of all who write, in a discussion or everywhere. */
export const restrain = rightWithinLimits({
  name: 'restrain',
  roles: ['moderator', 'admin'],
  refusal: 'restraint.not-yours',
})

export const setAdmission = rightOfRoles({ name: 'set-admission', roles: ['admin'], refusal: 'who.admins' })

/** Who says how words come in. */
export const policy: readonly Right[] = [restrain, setAdmission]
