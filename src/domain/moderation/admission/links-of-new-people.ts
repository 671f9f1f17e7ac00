import { holdsLink } from './links.ts'
import type { AdmissionRule } from './rule.ts'
import { isTrusted } from './trust.ts'

/** Links from new people are looked at before they appear, until so many comments of theirs were kept. */
export const linksOfNewPeople: AdmissionRule = {
  name: 'links-of-new-people',
  judge({ by, draft }, { db, settings }) {
    if (settings.linksHeld === 0 || !holdsLink(draft.html)) return undefined
    return isTrusted(db, by.id, settings.linksHeld).then((isTrusted) => (isTrusted ? undefined : { detail: '' }))
  },
}
