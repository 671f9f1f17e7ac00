import type { Id } from '../../kit/ids.ts'

export type PersonId = Id<'person'>
export type Role = 'reader' | 'moderator' | 'editor' | 'admin'
export const ROLES: readonly Role[] = ['reader', 'moderator', 'editor', 'admin']

/** Somebody who speaks here. Without an account it is a placeholder: it can be named and quoted, and cannot sign in. */
export interface Person {
  id: PersonId
  accountId: string | null
  name: string
  nameKey: string
  role: Role
  createdAt: number | null
}

export function mayModerate(person: Pick<Person, 'role'>): boolean {
  return person.role === 'moderator' || person.role === 'admin'
}
