export { beginFeeds } from './begin-feeds.ts'
export { ATOM, atom, commentEntry, ENTRIES } from './feeds.ts'
