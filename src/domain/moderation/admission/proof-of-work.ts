import type { Reading } from '../../../store/index.ts'
import { type ArticleId, articleById } from '../../articles/index.ts'
import { isStaff, type Member } from '../../people/index.ts'
import type { AdmissionRule } from './rule.ts'
import { admissionIn, saidOfAdmission } from './settings.ts'
import { isTrusted } from './trust.ts'

/** New people's browsers do some work for each comment; what comes without it, as from a browser without script, is looked at before it appears. */
export const proofOfWork: AdmissionRule = {
  name: 'proof-of-work',
  judge({ by, editOf, isProven }, { db, settings }) {
    if (settings.proofUntil === 0 || isProven || editOf) return undefined
    return isTrusted(db, by.id, settings.proofUntil).then((isTrusted) => (isTrusted ? undefined : { detail: '' }))
  },
}

/** Whether work is asked of somebody who writes under an article. */
export async function asksProof(db: Reading, by: Member | undefined, articleId: ArticleId): Promise<boolean> {
  if (by && isStaff(by)) return false
  const said = await saidOfAdmission(db)
  const { proofUntil } = admissionIn(said, (await articleById(db, articleId))?.sectionId ?? null)
  return proofUntil > 0 && !(by && (await isTrusted(db, by.id, proofUntil)))
}
