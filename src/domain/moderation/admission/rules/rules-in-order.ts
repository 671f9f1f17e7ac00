import { ageOfArticle } from './age-of-article.ts'
import { firstComments } from './first-comments.ts'
import { likelyRemoved } from './likely-removed.ts'
import { linksOfNewPeople } from './links-of-new-people.ts'
import { byAkismet, byWebhook } from './outside.ts'
import { bannedPhrases, suspectPhrases } from './phrases.ts'
import { proofOfWork } from './proof-of-work.ts'
import { raid } from './raid.ts'
import { readOnly } from './read-only.ts'
import type { AdmissionRule } from './rule.ts'
import { slowMode } from './slow-mode.ts'
import { trap } from './trap.ts'

/**
 * Every rule of admission, in the order in which they are asked: those that refuse, then those that hold, the most telling first.
 * What counts how often somebody writes is asked in the transaction, after them.
 */
export const RULES: readonly AdmissionRule[] = [
  readOnly,
  ageOfArticle,
  slowMode,
  bannedPhrases,
  trap,
  suspectPhrases,
  linksOfNewPeople,
  raid,
  firstComments,
  proofOfWork,
  likelyRemoved,
  byAkismet,
  byWebhook,
]
