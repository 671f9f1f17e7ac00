/** A name of the glossary where it stands. */
export interface NameMention {
  entry: number
  start: number
  end: number
}

/** A passage that is marked as somebody's exact words, and who that is by the glossary. */
export interface MarkedQuotation {
  quote: number
  speaker: number | null
  start: number
  end: number
}

/** One paragraph in one language, with what is known of it. */
export interface Side {
  words: string
  language: string
  names?: readonly NameMention[]
  quotations?: readonly MarkedQuotation[]
}
