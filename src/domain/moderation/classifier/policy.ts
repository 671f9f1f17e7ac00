import { type Right, rightOfRoles } from '../../people/index.ts'
import { moderatesAll } from '../whole-publication.ts'

export const seeClassifier = rightOfRoles({
  name: 'see-classifier',
  roles: ['moderator', 'admin'],
  refusal: 'classifier.not-yours-to-see',
})

export const setClassifier: Right<unknown> = {
  name: 'set-classifier',
  refusal: 'classifier.not-yours',
  maySome: moderatesAll,
  may: moderatesAll,
}

/** Who sees what was learnt from decisions, and says what follows from it. */
export const policy: readonly Right[] = [seeClassifier, setClassifier]
