/** What happened, with the id of what it happened to and the article it concerns. */
export interface Happening {
  kind: string
  about?: number | undefined
  articleId?: number | undefined
  at: number
}

/** The same as the journal keeps it, under its number. */
export interface Entry {
  seq: number
  kind: string
  about: number | null
  articleId: number | null
  at: number
}
