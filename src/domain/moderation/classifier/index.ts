export {
  type Classifier,
  type ClassifierInUse,
  FEWEST_OF_EACH,
  NEW_DECISIONS,
  WORTH_ASKING,
} from './classifier.ts'
export { latestClassifiers } from './classifiers.ts'
export { dataKinds as classifierData } from './data-kinds.ts'
export { events as classifierEvents } from './events.ts'
export { lessons } from './examples.ts'
export { type Figures, figuresFrom } from './figures.ts'
export { createKeptClassifier } from './kept-classifier.ts'
export { learn } from './learning.ts'
export { movedBy } from './linear-model.ts'
export { migrations as classifierMigrations } from './migrations.ts'
export { policy as classifierPolicy, seeClassifier, setClassifier } from './policy.ts'
export { SCORED_AFTER, scoreCases } from './score-cases.ts'
