import { commentHtml, commentTokens, htmlOf } from './comment-html.ts'
import { type Mentioned, mentionsLinked, namesIn, peopleIn } from './mentions.ts'
import { plainComment, plainOf } from './plain.ts'
import { plainParagraphs } from './plain-paragraphs.ts'

/** What is kept beside a comment's stored words. */
export interface CommentForms {
  html: string
  plain: string
}

/** A comment's stored words, parsed once: whom they name, and their forms once it is known who that is. */
export interface ReadComment {
  names: readonly string[]
  forms(mentioned?: Mentioned): CommentForms
  /** Which people they mention, of those who bear the names. */
  people<Id extends number>(mentioned: ReadonlyMap<string, Id>): Id[]
}

export function readComment(words: string): ReadComment {
  if (plainParagraphs(words)) {
    const forms = { html: commentHtml(words), plain: plainComment(words) }
    return { names: [], people: () => [], forms: () => forms }
  }
  const tokens = commentTokens(words)
  return {
    names: namesIn(tokens),
    forms(mentioned) {
      const linked = mentioned ? mentionsLinked(tokens, mentioned) : tokens
      return { html: htmlOf(linked), plain: plainOf(linked) }
    },
    people: (mentioned) => peopleIn(tokens, mentioned),
  }
}

/** The forms of words whose mentions lead to nobody. */
export function commentForms(words: string): CommentForms {
  return readComment(words).forms()
}
