export { isAheadOfAll } from './ahead.ts'
export { createReadiness } from './readiness.ts'
