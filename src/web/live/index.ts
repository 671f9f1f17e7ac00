export type { BatchJson } from './batches.ts'
export type { Change } from './changes.ts'
export { createLiveStreams } from './streams.ts'
