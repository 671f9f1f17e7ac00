import { firstComments } from './first-comments.ts'
import { bannedPhrases, suspectPhrases } from './phrases.ts'
import type { AdmissionRule } from './rule.ts'

/** Every rule of admission, in the order in which they are asked: those that refuse, then those that hold, the most telling first. */
export const RULES: readonly AdmissionRule[] = [bannedPhrases, suspectPhrases, firstComments]
