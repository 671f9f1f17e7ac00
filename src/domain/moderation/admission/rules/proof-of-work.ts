import type { Reading } from '../../../../store/index.ts'
import { isStaff, type Member } from '../../../people/index.ts'
import type { AdmissionSettings } from '../settings/setting.ts'
import type { AdmissionRule } from './rule.ts'
import { isTrusted, isTrustedWith } from './trust.ts'

/** New people's browsers do some work for each comment; what comes without it, as from a browser without script, is looked at before it appears. */
export const proofOfWork: AdmissionRule = {
  name: 'proof-of-work',
  judge(submission, { db, settings }) {
    if (settings.proofUntil === 0 || submission.isProven || submission.editOf) return undefined
    return isTrustedWith(db, submission, settings.proofUntil).then((isTrusted) =>
      isTrusted ? undefined : { detail: '' },
    )
  },
}

/** Whether work is asked of somebody who writes where this holds. */
export async function asksProof(
  db: Reading,
  by: Member | undefined,
  { proofUntil }: Pick<AdmissionSettings, 'proofUntil'>,
): Promise<boolean> {
  if (by && isStaff(by)) return false
  return proofUntil > 0 && !(by && (await isTrusted(db, by.id, proofUntil)))
}
