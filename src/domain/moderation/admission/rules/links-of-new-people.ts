import { holdsLink } from './links.ts'
import type { AdmissionRule } from './rule.ts'
import { isTrustedWith } from './trust.ts'

/** Links from new people are looked at before they appear, until so many comments of theirs were kept. */
export const linksOfNewPeople: AdmissionRule = {
  name: 'links-of-new-people',
  judge(submission, { db, settings }) {
    if (settings.linksHeld === 0 || !holdsLink(submission.draft.html)) return undefined
    return isTrustedWith(db, submission, settings.linksHeld).then((isTrusted) =>
      isTrusted ? undefined : { detail: '' },
    )
  },
}
