import { isStaff } from '../../people/index.ts'
import type { AdmissionRule, Submission, Surroundings } from './rules/rule.ts'

/** Why words wait: the rule that doubts them, and what it found. */
export interface HoldReason {
  reason: string
  detail: string
}

/** Asks rule after rule until one doubts; throws where one refuses. Those that refuse come first in the list. */
export async function judge(
  rules: readonly AdmissionRule[],
  submission: Submission,
  around: Surroundings,
): Promise<HoldReason | null> {
  if (isStaff(submission.by)) return null
  for (const rule of rules) {
    const asked = rule.judge(submission, around)
    const doubt = asked instanceof Promise ? await asked : asked
    if (doubt) return { reason: rule.name, ...doubt }
  }
  return null
}
