import { type Member, type Right, rightOfRoles } from '../../people/index.ts'

export const seePhrases = rightOfRoles({
  name: 'see-phrases',
  roles: ['moderator', 'admin'],
  refusal: 'phrase.not-yours-to-see',
})

/** @NOTE the list is one for the whole publication, so that a moderator of some sections or languages only reads it. */
export const keepPhrases: Right<unknown> = { name: 'keep-phrases', refusal: 'phrase.not-yours', maySome: may, may }

function may({ roles }: Member): boolean {
  return roles.some(({ role, ...limits }) => role === 'admin' || (role === 'moderator' && isUnlimited(limits)))
}

function isUnlimited({ sections, languages }: Pick<Member['roles'][number], 'sections' | 'languages'>): boolean {
  return sections.length + languages.length === 0
}

/** Who sees and keeps the list of phrases. */
export const policy: readonly Right[] = [seePhrases, keepPhrases]
