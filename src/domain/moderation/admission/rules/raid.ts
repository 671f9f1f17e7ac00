import type { AdmissionRule } from './rule.ts'
import { isTrustedWith } from './trust.ts'

/** Who has fewer comments kept is new in a raid, where the publication does not say otherwise. */
const NEW_UNTIL = 3

/** In a raid everything waits, or what new people write. */
export const raid: AdmissionRule = {
  name: 'raid',
  judge(submission, { db, settings, restraints }) {
    if (restraints.some(({ kind }) => kind === 'hold-all')) return { detail: '' }
    if (!restraints.some(({ kind }) => kind === 'hold-new')) return undefined
    const kept = settings.firstHeld || NEW_UNTIL
    return isTrustedWith(db, submission, kept).then((isTrusted) => (isTrusted ? undefined : { detail: '' }))
  },
}
