import { rightOfRoles, rightWithinLimits } from '../../people/index.ts'

export const translateEditions = rightWithinLimits({
  name: 'translate-editions',
  roles: ['translator', 'editor', 'admin'],
  refusal: 'who.translators',
})

export const overrideGate = rightOfRoles({
  name: 'override-gate',
  roles: ['editor', 'admin'],
  refusal: 'who.editors',
})

export const answerQuestions = rightOfRoles({
  name: 'answer-questions',
  roles: ['editor', 'admin'],
  refusal: 'who.editors',
})
