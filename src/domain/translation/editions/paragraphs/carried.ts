/** What became of one of the paragraphs that were there. */
export interface Carried {
  /** The present paragraphs in which its words stand, by their numbers; none where they have gone. */
  blocks: number[]
  /** Its words as they stand now. */
  now: string
  /** Whether they are the same, wherever they have moved and however they are split or joined. */
  isSame: boolean
}
