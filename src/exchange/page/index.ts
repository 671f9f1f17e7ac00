export { bytesOf } from './capture.ts'
export { importPage } from './import-page.ts'
