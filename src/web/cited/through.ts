import { type SaidThrough, type StepId, saidThrough, type Through } from '../../domain/sources/index.ts'
import type { Language } from '../../kit/language.ts'
import type { Reading } from '../../store/index.ts'

const ON_A_PAGE = 20

/** Claims that came through somebody. */
export interface ThroughShown extends SaidThrough {
  /** The step after which the list goes on; null at its end. */
  next: StepId | null
}

export async function throughShown(
  db: Reading,
  through: Through,
  language: Language,
  after: StepId | undefined,
): Promise<ThroughShown> {
  const said = await saidThrough(db, through, { language, after, limit: ON_A_PAGE + 1 })
  const claims = said.claims.slice(0, ON_A_PAGE)
  return { ...said, claims, next: said.claims.length > ON_A_PAGE ? claims.at(-1)!.stepId : null }
}
