import type { Right } from '../people/index.ts'
import { keepGlossary, settleGlossary } from './glossary/policy.ts'

export { keepGlossary, settleGlossary }

/** Who may do what with what is translated. */
export const policy: readonly Right[] = [keepGlossary, settleGlossary]
