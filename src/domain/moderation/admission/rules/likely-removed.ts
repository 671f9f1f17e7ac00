import type { AdmissionRule } from './rule.ts'

const HUNDRED = 100

/** Words that are like those which moderators removed are looked at before they appear, where the publication says from which score on. */
export const likelyRemoved: AdmissionRule = {
  name: 'likely-removed',
  async judge({ draft }, { settings, classifier }) {
    if (settings.likelyHeld === 0) return
    const likelihood = (await classifier())?.likelihoodOf(draft.plain) ?? 0
    const score = Math.round(likelihood * HUNDRED)
    return score >= settings.likelyHeld ? { detail: String(score) } : undefined
  },
}
