export { beginFeeds } from './begin-feeds.ts'
export { atom, FEED_TYPES } from './feed-forms.ts'
export { commentEntry, ENTRIES } from './feeds.ts'
