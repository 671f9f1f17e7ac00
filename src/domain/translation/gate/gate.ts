import { factFindings } from './fact-findings.ts'
import type { Finding } from './finding.ts'
import { nameFindings } from './name-findings.ts'
import { quotationFindings } from './quotation-findings.ts'
import type { Side } from './side.ts'

/** Compares a paragraph of an original with the same of an edition: each fact that is not the same on both, once. */
export function compare(original: Side, edition: Side): Finding[] {
  const found = [
    ...factFindings(original, edition),
    ...nameFindings(original, edition),
    ...quotationFindings(original, edition),
  ]
  return [...new Map(found.map((one) => [identity(one), one])).values()]
}

function identity({ kind, outcome, original, edition }: Finding): string {
  return [kind, outcome, original?.start, original?.end, edition?.start, edition?.end].join()
}
