export { correct } from './correct.ts'
export { type Correction, type CorrectionId, type CorrectionWords, WEIGHTS } from './correction.ts'
export {
  correctionById,
  correctionMadeBy,
  correctionsIn,
  correctionsOf,
  correctionsOfArticle,
  correctionsOfEach,
  type ShownCorrection,
} from './corrections.ts'
