export { clearing as clearingTranslations } from './comments/clearing.ts'
export { dataKinds as translationData } from './data-kinds.ts'
export type { Comparison } from './editions/comparison.ts'
export { lateComparison } from './editions/late-comparison.ts'
export { questionsWaitingFor } from './editions/questions-waiting.ts'
export { type ShownTranslation, shownTranslation } from './editions/shown-translation.ts'
export { wishFor } from './editions/wishes.ts'
export { nextDraft } from './engines/next-draft.ts'
export { events as translationEvents, glossaryChanged } from './events.ts'
export { migrations as translationMigrations } from './migrations.ts'
export {
  answerQuestions,
  keepGlossary,
  overrideGate,
  policy as translationPolicy,
  settleGlossary,
  translateEditions,
} from './policy.ts'
