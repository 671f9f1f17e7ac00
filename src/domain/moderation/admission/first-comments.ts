import type { AdmissionRule } from './rule.ts'
import { isTrusted } from './trust.ts'

/** The first comments of new people are looked at before they appear, until so many of theirs were kept. */
export const firstComments: AdmissionRule = {
  name: 'first-comments',
  async judge({ by }, { db, settings }) {
    return (await isTrusted(db, by.id, settings.firstHeld)) ? undefined : { detail: '' }
  },
}
