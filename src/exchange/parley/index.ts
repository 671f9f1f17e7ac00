export { compressed } from './compressed.ts'
export { exportPublication } from './export-publication.ts'
export { gathered } from './gathered.ts'
export { arrivedLine, importPublication } from './import-publication.ts'
