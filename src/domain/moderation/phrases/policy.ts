import { type Right, rightOfRoles, rightOverAll } from '../../people/index.ts'

export const seePhrases = rightOfRoles({
  name: 'see-phrases',
  roles: ['moderator', 'admin'],
  refusal: 'phrase.not-yours-to-see',
})

export const keepPhrases = rightOverAll({
  name: 'keep-phrases',
  roles: ['moderator', 'admin'],
  refusal: 'phrase.not-yours',
})

/** Who sees and keeps the list of phrases. */
export const policy: readonly Right[] = [seePhrases, keepPhrases]
