import { createRequire } from 'node:module'
import type sanitizeHtml from 'sanitize-html'
import { lazy } from '../kit/lazy.ts'

const require = createRequire(import.meta.url)
const library = lazy((): typeof sanitizeHtml => require('sanitize-html'))

const ADDRESSES = ['href', 'src', 'cite', 'poster']

/** HTML of ours with its addresses spelled in full, for readers who have it without the page at `base` around it. */
export function absoluteLinks(html: string, base: string): string {
  const options = { allowedTags: false, allowedAttributes: false, allowVulnerableTags: true } as const
  return library()(html, {
    ...options,
    selfClosing: ['img', 'br', 'hr', 'source'],
    transformTags: { '*': (tagName, attribs) => ({ tagName, attribs: inFull(attribs, base) }) },
  })
}

function inFull(attributes: Readonly<Record<string, string>>, base: string): Record<string, string> {
  const named = Object.entries(attributes).map(([name, value]) => {
    if (name === 'srcset')
      return [name, value.replace(/(^|, )(\/[^ ,]+)/g, (_, before, path) => before + new URL(path, base).href)] as const
    return [name, ADDRESSES.includes(name) && URL.canParse(value, base) ? new URL(value, base).href : value] as const
  })
  return Object.fromEntries(named)
}
