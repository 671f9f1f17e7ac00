export { compressed } from './compressed.ts'
export { exportPublication } from './export-publication.ts'
export { gathered } from './gathered.ts'
export { type Arrived, importPublication, type PublicationImport, toldArrived } from './import-publication.ts'
