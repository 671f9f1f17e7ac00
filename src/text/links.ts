import { withoutInkless } from '../kit/characters.ts'

/** Whether a link may lead there: to http, https or mailto, or to a path of this publication. Everything else stays text. */
export function mayLeadTo(url: string): boolean {
  if (hasControlOrSpace(url)) return false
  return /^(?:https?:\/\/[^/\\]|mailto:[^/\\]|\/(?![/\\]))/i.test(url)
}

/** An address with its letters decoded as it is shown: what would not be seen, or would end it, stays encoded. */
export function readable(decoded: string): string {
  return withoutInkless(decoded, (unseen) => (JOINER.test(unseen) ? unseen : encodeURIComponent(unseen)))
}

/** Persian and others are misspelt without these. */
const JOINER = /^\p{Join_Control}$/u

/** Browsers drop some of these characters before they read the scheme, so that "java\tscript:" is "javascript:". */
function hasControlOrSpace(url: string): boolean {
  return /[\p{Cc}\s]/u.test(url)
}
