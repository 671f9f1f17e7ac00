import type { Right } from '../people/index.ts'
import { answerQuestions, overrideGate, translateEditions } from './editions/policy.ts'
import { keepGlossary, settleGlossary } from './glossary/policy.ts'

export { answerQuestions, keepGlossary, overrideGate, settleGlossary, translateEditions }

/** Who may do what with what is translated. */
export const policy: readonly Right[] = [translateEditions, overrideGate, answerQuestions, keepGlossary, settleGlossary]
