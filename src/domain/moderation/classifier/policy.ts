import { type Right, rightOfRoles, rightOverAll } from '../../people/index.ts'

export const seeClassifier = rightOfRoles({
  name: 'see-classifier',
  roles: ['moderator', 'admin'],
  refusal: 'classifier.not-yours-to-see',
})

export const setClassifier = rightOverAll({
  name: 'set-classifier',
  roles: ['moderator', 'admin'],
  refusal: 'classifier.not-yours',
})

/** Who sees what was learnt from decisions, and says what follows from it. */
export const policy: readonly Right[] = [seeClassifier, setClassifier]
