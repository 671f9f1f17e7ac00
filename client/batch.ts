/** What changed in one discussion, up to the journal's number. */
export interface Batch {
  article: number
  language: string
  seq: number
  /** The sentence that counts the discussion. */
  count: string
  changes: Change[]
  /** Whether there is more to ask for. */
  more: boolean
}

/** One entry of the discussion as it stands now. */
export interface Change {
  kind: 'comment' | 'changed'
  id: number
  parentId: number
  rootId: number
  ordinal: number
  label: string
  html: string
}
