export { ATOM, atom, commentEntry, ENTRIES } from './feeds.ts'
