import type { Matcher } from './matcher.ts'
import type { Found } from './phrase.ts'

/** What is looked through of a comment: what it shows, and where its links lead. */
export interface Looked {
  plain: string
  html: string
}

const ADDRESSES = / href="([^"]*)"/g

/** The phrases that stand in a comment. */
export function foundIn(matcher: Matcher, { plain, html }: Looked, language: string | null): Found[] {
  const found = matcher(plain, language)
  const addresses = html.includes(' href="')
    ? Array.from(html.matchAll(ADDRESSES), ([, address]) => address).join('\n')
    : ''
  return addresses === '' ? found : [...found, ...matcher(addresses, null)]
}
