export { dataKinds as moderationData } from './data-kinds.ts'
export { exportedRules } from './exported.ts'
export { beginWithRules } from './first-rules.ts'
export { migrations as moderationMigrations } from './migrations.ts'
export { removeByRule, removeOwn, restoreRemoved } from './moderation.ts'
export {
  placeOfComment,
  policy as moderationPolicy,
  readRemoved,
  removeComments,
  restoreComments,
} from './policy.ts'
export { rulesIn, saveRule } from './rules.ts'
export type { ModerationTables } from './tables.ts'
