import type { Id } from '../../kit/ids.ts'

export type PersonId = Id<'person'>

/** Somebody who speaks here. Without an account it is a placeholder: it can be named and quoted, and cannot sign in. */
export interface Person {
  id: PersonId
  accountId: string | null
  name: string
  nameKey: string
  createdAt: number | null
}
