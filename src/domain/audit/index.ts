export { type Act, type AuditEntry, type AuditState, act } from './act.ts'
export { record, recorded } from './audit-log.ts'
export { migrations as auditMigrations } from './migrations.ts'
