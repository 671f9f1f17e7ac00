import type { TroubleKind } from '../../kit/trouble.ts'

export const STATUS: Record<TroubleKind, number> = {
  invalid: 422,
  missing: 404,
  forbidden: 403,
  conflict: 409,
  gone: 410,
  'too-many': 429,
  busy: 503,
}
