/** What became of something that was saved: an import that runs again finds everything the same. */
export type Outcome = 'new' | 'changed' | 'same'
