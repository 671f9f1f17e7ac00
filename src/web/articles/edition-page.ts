import type { Frame, Publication } from '../html/frame.ts'
import type { Byline } from './bylines.ts'
import type { Picture } from './picture.ts'
import type { Source } from './sources.ts'

/** An article in one of its languages, with all that stands around its words. */
export interface EditionPage {
  publication: Publication
  sections: Frame['sections']
  origin: string
  article: { id: number; publishedAt: number }
  edition: {
    id: number
    language: string
    slug: string
    title: string
    standfirst: string
    html: string
    publishedAt: number
    changedAt: number | null
    /** That it was taken back; its words are then not here. */
    retraction?: { reason: string; at: number } | null
  }
  section: { slug: string; name: string } | null
  picture: Picture | null
  bylines: readonly (Byline & { personId?: number })[]
  /** All editions, this one among them, the first published first. */
  editions: readonly { language: string; slug: string; title: string }[]
  sources: readonly Source[]
}
