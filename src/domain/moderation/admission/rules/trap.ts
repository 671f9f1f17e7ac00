import type { AdmissionRule } from './rule.ts'

/** What fills a field that people do not see is looked at before it appears. */
export const trap: AdmissionRule = {
  name: 'trap',
  judge({ isTrapped }) {
    return isTrapped ? { detail: '' } : undefined
  },
}
