import type { ReactionKind } from '../../domain/discussion/index.ts'

/** The publication as its pages name it, in the page's language. */
export interface Publication {
  name: string
  motto: string
  zone: string
  /** What ids of its feeds begin with. */
  feedBase: string
  defaultLanguage: string
  languages: readonly { language: string; name: string }[]
  /** How readers can react to a comment. */
  reactions: readonly ReactionKind[]
  follow: { telegram: string | null; mail: string | null }
}

/** What stands around every page, whatever it shows. */
export interface Frame {
  language: string
  publication: Publication
  sections: readonly { slug: string; name: string }[]
  /** Such as "https://review.example", without a slash at the end. */
  origin: string
  /** The address of one of our own files, such as "parley.css". */
  asset: (name: string) => string
}
