import type { AccountedLine } from './account.ts'
import type { CapturedArticle } from './article.ts'
import type { CapturedQuotation } from './quotations.ts'

/** All that a captured page says, ready to be written; it refers to entries by their index. */
export interface CapturedPage {
  url: string | null
  language: string
  zone: string
  publication: string
  article: CapturedArticle
  /** In the order of the page: a parent before its replies. */
  entries: CapturedEntry[]
  aliases: Alias[]
  /** What became of each line, in their order. */
  account: AccountedLine[]
}

/** A comment, or the tombstone of one: then author, postedAt and words are null. */
export interface CapturedEntry {
  /** Its number among the replies to its parent, from 1. */
  ordinal: number
  /** 1 for a root. */
  depth: number
  /** The index of its parent in the page's entries, null for a root. */
  parent: number | null
  tombstone: boolean
  author: string | null
  /** UTC milliseconds. */
  postedAt: number | null
  /** Markdown, with `[[quotation:N]]` on a line of its own in each quotation's place; '' where the capture holds no words. */
  words: string | null
  quotations: CapturedQuotation[]
  /** The number of the line where it begins. */
  line: number
}

/** A name that no comment bears, under which words of a person are quoted. */
export interface Alias {
  name: string
  /** The name that the person's comments bear. */
  of: string
  /** The number of the first line that shows it. */
  line: number
}
