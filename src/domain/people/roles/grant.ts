import type { Generated } from 'kysely'
import type { Id } from '../../../kit/ids.ts'
import type { PersonId } from '../person.ts'
import type { HeldRole, Limits, Role } from './role.ts'

export type GrantId = Id<'roleGrant'>

/** That somebody was given a role: by whom and when, and when it was taken. With other limits it is another one. */
export interface Grant extends Limits {
  id: GrantId
  personId: PersonId
  role: Role
  /** Null for the operator at the terminal, and where nobody knows any more. */
  grantedById: PersonId | null
  grantedAt: number | null
  takenById: PersonId | null
  takenAt: number | null
}

/** As it is kept: lists are JSON. */
export type GrantRow = Omit<Grant, keyof Limits> & { sections: string; languages: string }

export interface GrantTables {
  roleGrant: Omit<GrantRow, 'id'> & { id: Generated<GrantId> }
}

export function heldFrom({ role, sections, languages }: Pick<GrantRow, 'role' | keyof Limits>): HeldRole {
  return { role, sections: JSON.parse(sections), languages: JSON.parse(languages) }
}

/** In one order and each once, so that the same limits are the same text. */
export function limitsAsText({ sections, languages }: Limits): { sections: string; languages: string } {
  const text = (list: readonly string[]) => JSON.stringify([...new Set(list)].sort())
  return { sections: text(sections), languages: text(languages) }
}
