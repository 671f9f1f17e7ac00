import {
  type ClaimThrough,
  claimsThrough,
  oftenThrough,
  type StepId,
  type Through,
  type ThroughOften,
} from '../../domain/sources/index.ts'
import type { Language } from '../../kit/language.ts'
import type { Reading } from '../../store/index.ts'

const ON_A_PAGE = 20

/** Claims that came through somebody. */
export interface ThroughShown {
  often: ThroughOften
  claims: readonly ClaimThrough[]
  /** The step after which the list goes on; null at its end. */
  next: StepId | null
}

export async function throughShown(
  db: Reading,
  through: Through,
  language: Language,
  after: StepId | undefined,
): Promise<ThroughShown> {
  const [often, found] = await Promise.all([
    oftenThrough(db, through),
    claimsThrough(db, through, { language, after, limit: ON_A_PAGE + 1 }),
  ])
  const claims = found.slice(0, ON_A_PAGE)
  return { often, claims, next: found.length > ON_A_PAGE ? claims.at(-1)!.stepId : null }
}
