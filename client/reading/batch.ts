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
  /** Said when so many quotations changed that the page has to look for its own. */
  quotations?: true
  /** Said when everything was put in place anew, so that nothing of the page needs to be right any more. */
  anew?: true
}

/** One entry of the discussion as it stands now. */
export interface Change {
  kind: 'comment' | 'changed'
  id: number
  parentId: number
  rootId: number
  ordinal: number
  label: string
  /** Who wrote it, or that it is removed, as those who answer it say. */
  name: string
  html: string
}
