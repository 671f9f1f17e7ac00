import { type Right, rightOfRoles } from './rights/right.ts'
import { ROLES } from './roles/role.ts'

export const seeDesk = rightOfRoles({ name: 'see-desk', roles: ROLES, refusal: 'who.staff' })

export const seePeople = rightOfRoles({ name: 'see-people', roles: ['admin'], refusal: 'who.admins' })

export const giveRoles = rightOfRoles({ name: 'give-roles', roles: ['admin'], refusal: 'who.admins' })

export const readAudit = rightOfRoles({ name: 'read-audit', roles: ['admin'], refusal: 'who.admins' })

export const handOver = rightOfRoles({ name: 'hand-over', roles: ['admin'], refusal: 'who.admins' })

export const takeSecondFactor = rightOfRoles({ name: 'take-second-factor', roles: ['admin'], refusal: 'who.admins' })

/** Who may do what with people and their roles. */
export const policy: readonly Right[] = [seeDesk, seePeople, giveRoles, handOver, takeSecondFactor, readAudit]
