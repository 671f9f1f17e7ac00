import { type Right, rightOfRoles } from '../people/index.ts'

export const takeDemoAway = rightOfRoles({ name: 'take-demo-away', roles: ['admin'], refusal: 'who.admins' })

/** Who may do what with the publication. */
export const policy: readonly Right[] = [takeDemoAway]
