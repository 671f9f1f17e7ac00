import { type Right, rightWithinLimits } from '../../people/index.ts'

export const decideAppeals = rightWithinLimits({
  name: 'decide-appeals',
  roles: ['moderator', 'admin'],
  refusal: 'removal.not-yours',
})

export const policy: readonly Right[] = [decideAppeals]
