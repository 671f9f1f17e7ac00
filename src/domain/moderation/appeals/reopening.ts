import type { Trigger } from '../../../store/index.ts'
import type { DecisionId } from '../decisions/decision.ts'
import { decisionUndone } from '../decisions/events.ts'
import { reopenAppeal } from './appeals.ts'

/** With a decision that is undone, the appeal that it ended waits again, as if it had never been decided. */
export const reopening: Trigger = {
  kinds: [decisionUndone],
  async pull(tx, happened) {
    for (const { about } of happened) await reopenAppeal(tx, about as DecisionId)
  },
}
