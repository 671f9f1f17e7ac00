export { createLiveStreams, type LiveStreams } from './streams.ts'
