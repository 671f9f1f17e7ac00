import type { AdmissionRule } from './rule.ts'
import { isTrusted } from './trust.ts'

/** The first comments of new people are looked at before they appear, until so many of theirs were kept. */
export const firstComments: AdmissionRule = {
  name: 'first-comments',
  judge({ by }, { db, settings }) {
    if (settings.firstHeld === 0) return undefined
    return isTrusted(db, by.id, settings.firstHeld).then((isTrusted) => (isTrusted ? undefined : { detail: '' }))
  },
}
