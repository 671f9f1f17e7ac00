export type BylineRole = 'author' | 'reviewer' | 'commentator' | 'reviewer-and-commentator' | 'translator' | 'editor'

/** What differs between captured pages of one format in different languages; every pattern is tried on a line without its indentation. */
export interface Profile {
  name: string
  months: readonly string[]
  /** Groups: day, month, year, hour, minute; wide enough to catch times that cannot be, so that they are refused by name. */
  time: RegExp
  /** The line between the article and its comments. */
  signIn: RegExp
  /** The words that stand for a removed comment. */
  removed: readonly string[]
  /** Group: name. */
  quoteMarker: RegExp
  /** A quote marker's name that names nobody. */
  nameless: RegExp
  /** Group: name. */
  bylines: readonly { role: BylineRole; pattern: RegExp }[]
  furniture: readonly RegExp[]
}
