export { type CorrectionDraft, correct } from './correct.ts'
export {
  type Correction,
  type CorrectionId,
  type CorrectionWords,
  LONGEST_SAID,
  WEIGHTS,
  type Weight,
} from './correction.ts'
export {
  correctionById,
  correctionMadeBy,
  correctionsIn,
  correctionsOf,
  correctionsOfArticle,
  correctionsOfEach,
  type PlacedCorrection,
  type ShownCorrection,
} from './corrections.ts'
