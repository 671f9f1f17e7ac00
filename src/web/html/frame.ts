import type { ReactionKind } from '../../domain/discussion/index.ts'
import type { Html } from './template.ts'

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
  /** Whether readers can have comments translated by its engine. */
  translates?: boolean
  follow: { telegram: string | null; mail: string | null }
  /** What is its own of the look, where anything is. */
  look?: PublicationLook
}

export interface PublicationLook {
  /** The address of its styles, where there are any. */
  styles: string | null
  /** The address of a picture that stands for it. */
  mark: string | null
  /** Whether it is set in the faces that are sent along. */
  hasOwnFaces: boolean
}

/** What stands around every page, whatever it shows. */
export interface Frame {
  language: string
  publication: Publication
  sections: readonly { slug: string; name: string }[]
  /** Pages that are led to from the head or the foot. */
  pages?: readonly { slug: string; place: string; title: string }[]
  /** Pages in which the publication says how it works. */
  policies?: readonly string[]
  /** What is said above all else, such as that this is a preview. */
  notice?: Html
  /** Such as "https://review.example", without a slash at the end. */
  origin: string
  /** The address of one of our own files, such as "parley.css". */
  asset: (name: string) => string
}
