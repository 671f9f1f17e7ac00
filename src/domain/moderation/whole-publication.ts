import type { Member } from '../people/index.ts'

/** Whether somebody moderates the whole publication: what holds everywhere is not for those who are limited to sections or languages. */
export function moderatesAll({ roles }: Member): boolean {
  return roles.some(
    ({ role, sections, languages }) =>
      role === 'admin' || (role === 'moderator' && sections.length + languages.length === 0),
  )
}
