import { commentHtml, commentTokens, htmlOf } from './comment-html.ts'
import type { Mentioned } from './mentions.ts'
import { plainComment, plainOf } from './plain.ts'
import { plainParagraphs } from './plain-paragraphs.ts'

/** Both forms that are kept beside a comment's stored words, which are read once for them. */
export function commentForms(words: string, mentioned?: Mentioned): { html: string; plain: string } {
  if (plainParagraphs(words)) return { html: commentHtml(words), plain: plainComment(words) }
  const tokens = commentTokens(words, mentioned)
  return { html: htmlOf(tokens), plain: plainOf(tokens) }
}
