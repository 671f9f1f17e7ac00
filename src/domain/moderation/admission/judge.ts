import { isStaff } from '../../people/index.ts'
import type { AdmissionRule, Submission, Surroundings } from './rule.ts'

/** Why words wait: the rule that doubts them, and what it found. */
export interface HoldReason {
  reason: string
  detail: string
}

/** Asks rule after rule; throws where one refuses. The first doubt is the reason of a hold. */
export async function judge(
  rules: readonly AdmissionRule[],
  submission: Submission,
  around: Surroundings,
): Promise<HoldReason | null> {
  const isByStaff = isStaff(submission.by)
  let hold: HoldReason | null = null
  for (const rule of rules) {
    if (isByStaff && !rule.bindsStaff) continue
    const asked = rule.judge(submission, around)
    const doubt = asked instanceof Promise ? await asked : asked
    if (doubt) hold ??= { reason: rule.name, ...doubt }
  }
  return hold
}
