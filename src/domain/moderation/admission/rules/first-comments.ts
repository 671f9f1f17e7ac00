import type { AdmissionRule } from './rule.ts'
import { isTrustedWith } from './trust.ts'

/** The first comments of new people are looked at before they appear, until so many of theirs were kept. */
export const firstComments: AdmissionRule = {
  name: 'first-comments',
  judge(submission, { db, settings }) {
    if (settings.firstHeld === 0) return undefined
    return isTrustedWith(db, submission, settings.firstHeld).then((isTrusted) =>
      isTrusted ? undefined : { detail: '' },
    )
  },
}
