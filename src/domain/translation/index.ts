export {
  compare,
  createGate,
  type Finding,
  type FindingKind,
  type Gate,
  isMiss,
  type MarkedQuotation,
  type NameMention,
  type Outcome,
  type Reason,
  type Side,
  type Stated,
} from './gate/index.ts'
