import { DAY_MS } from '../../../kit/clock.ts'
import type { Id } from '../../../kit/ids.ts'
import type { PersonId } from '../../people/index.ts'
import type { DecisionId } from '../decisions/decision.ts'

/** That somebody may not take part, for a time or for good. It is in force until its end, or until it is taken back. */
export interface Sanction {
  id: Id<'sanction'>
  personId: PersonId
  kind: 'suspend' | 'ban'
  decisionId: DecisionId
  at: number
  /** Null for good. */
  until: number | null
  endedAt: number | null
}

/** For how long somebody can be suspended. */
export const SUSPENSIONS_MS = { day: DAY_MS, week: 7 * DAY_MS, month: 30 * DAY_MS } as const
export type SuspensionLength = keyof typeof SUSPENSIONS_MS
