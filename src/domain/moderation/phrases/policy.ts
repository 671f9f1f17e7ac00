import { type Right, rightOfRoles } from '../../people/index.ts'
import { moderatesAll } from '../whole-publication.ts'

export const seePhrases = rightOfRoles({
  name: 'see-phrases',
  roles: ['moderator', 'admin'],
  refusal: 'phrase.not-yours-to-see',
})

export const keepPhrases: Right<unknown> = {
  name: 'keep-phrases',
  refusal: 'phrase.not-yours',
  maySome: moderatesAll,
  may: moderatesAll,
}

/** Who sees and keeps the list of phrases. */
export const policy: readonly Right[] = [seePhrases, keepPhrases]
