export { anchoring } from './anchors/anchoring.ts'
export { anchorsShown } from './anchors/anchors.ts'
export {
  type Chain,
  type ChainActor,
  type ChainClaim,
  type ChainHop,
  type ChainPlace,
  type ChainQuote,
  type ChainRelation,
  type ChainReport,
  isClaim,
  NO_CHAIN,
  notedIn,
} from './chain/chain.ts'
export { chainShown } from './chain/chains.ts'
export { factsOf, isContested, isUnnamed, rootsOf } from './chain/facts.ts'
export { articlesCitingClaim } from './claims/citing.ts'
export { PUT_RIGHT } from './claims/claim.ts'
export { claimDataKinds } from './claims/data-kinds.ts'
export {
  type Correction,
  type CorrectionId,
  type CorrectionWords,
  correctionById,
  correctionMadeBy,
  correctionsOf,
  correctionsOfEach,
  type ShownCorrection,
} from './corrections/index.ts'
export { dataKinds as sourcesData } from './data-kinds.ts'
export { askedFirst } from './documents/snapshots.ts'
export { correctionMade, events as sourcesEvents } from './events.ts'
export { migrations as sourcesMigrations } from './migrations.ts'
export { type SourceAddress, sourcesOf } from './sources.ts'
