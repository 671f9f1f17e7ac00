export { type Finding, type FindingKind, isMiss, type Outcome, type Reason, type Stated } from './finding.ts'
export { compare } from './gate.ts'
export { createGate, type Gate } from './gate-apart.ts'
export type { MarkedQuotation, NameMention, Side } from './side.ts'
