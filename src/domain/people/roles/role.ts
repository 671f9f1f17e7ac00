import type { Person } from '../person.ts'

/** What somebody may be beside a reader, as whom everybody comes who has an account. */
export type Role = 'moderator' | 'translator' | 'editor' | 'admin'
export const ROLES: readonly Role[] = ['moderator', 'translator', 'editor', 'admin']

/** How far a role reaches: into these sections, by their slugs, and these languages; into all where none is named. */
export interface Limits {
  sections: readonly string[]
  languages: readonly string[]
}

export const UNLIMITED: Limits = { sections: [], languages: [] }

/** By what each role can be limited. */
export const LIMITED_BY: Readonly<Record<Role, readonly (keyof Limits)[]>> = {
  moderator: ['sections', 'languages'],
  translator: ['languages'],
  editor: [],
  admin: [],
}

/** Whether a role cannot be limited so. */
export function exceeds(role: Role, { sections, languages }: Limits): boolean {
  const by = LIMITED_BY[role]
  return (sections.length > 0 && !by.includes('sections')) || (languages.length > 0 && !by.includes('languages'))
}

export interface HeldRole extends Limits {
  role: Role
}

/** A person with the roles that they hold at this moment. */
export interface Member extends Person {
  roles: readonly HeldRole[]
}

/** Something that stands in a section, or in none, and in these languages. */
export interface Place {
  section: string | null
  languages: readonly string[]
}

/** No section and no language in particular: only who is not limited reaches it. */
export const WHOLE: Place = { section: null, languages: [] }

export function reaches({ sections, languages }: Limits, place: Place): boolean {
  const isInSection = sections.length === 0 || (place.section !== null && sections.includes(place.section))
  return isInSection && (languages.length === 0 || place.languages.some((language) => languages.includes(language)))
}

export function holds({ roles }: Pick<Member, 'roles'>, role: Role): boolean {
  return roles.some((held) => held.role === role)
}

/** Whether somebody works for the publication. */
export function isStaff({ roles }: Pick<Member, 'roles'>): boolean {
  return roles.length > 0
}
