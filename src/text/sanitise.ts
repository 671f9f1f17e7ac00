import { createRequire } from 'node:module'
import type sanitizeHtml from 'sanitize-html'
import { lazy } from '../kit/lazy.ts'
import { leadsToNote } from './footnotes.ts'
import { mayLeadTo } from './links.ts'
import { hasPlainElementsOnly } from './plain-elements.ts'
import { isPlaceName, leadsToSource } from './source-marks.ts'

const require = createRequire(import.meta.url)
const library = lazy((): typeof sanitizeHtml => require('sanitize-html'))

/** Elements, the attributes each may bear, and the values those may have. */
export type Allowed = Readonly<Record<string, Readonly<Record<string, (value: string) => boolean>>>>

const aNumber = (value: string) => /^\d{1,9}$/.test(value)
const anything = () => true

/** What a reader's words may become, here and elsewhere. */
export const ALLOWED_IN_WORDS: Allowed = {
  p: {},
  br: {},
  hr: {},
  strong: {},
  em: {},
  code: {},
  pre: {},
  blockquote: {},
  ul: {},
  ol: { start: aNumber },
  li: {},
  a: { href: mayLeadTo, title: anything, rel: (value) => value === 'nofollow ugc' },
}

export const ALLOWED_IN_COMMENTS: Allowed = { ...ALLOWED_IN_WORDS, 'q-slot': { n: aNumber } }

const passage = { id: (value: string) => /^p-\d{1,9}$/.test(value) }
const is =
  (...values: string[]) =>
  (value: string) =>
    values.includes(value)
const ours = (value: string) => /^\/media\/[\w.-]+(?: \d+w(?:, \/media\/[\w.-]+ \d+w)*)?$/.test(value)
const cell = { class: is('middle', 'end') }

export const ALLOWED_IN_ARTICLES: Allowed = {
  ...ALLOWED_IN_WORDS,
  a: {
    href: (value) => leadsToNote(value) || leadsToSource(value) || mayLeadTo(value),
    title: anything,
    id: (value) => leadsToNote(`#${value}`),
    class: is('back'),
    role: is('doc-noteref', 'doc-backlink'),
  },
  sup: { class: is('note', 'note source') },
  section: { class: is('notes'), role: is('doc-endnotes') },
  li: { id: (value) => leadsToNote(`#${value}`) },
  div: { ...passage, class: is('table'), tabindex: is('0') },
  table: {},
  thead: {},
  tbody: {},
  tr: {},
  th: cell,
  td: cell,
  picture: {},
  source: { type: is('image/avif', 'image/webp'), srcset: ours, sizes: anything },
  span: { class: is('credit', 'play', 'claimed', 'quoted'), id: isPlaceName },
  img: {
    src: ours,
    srcset: ours,
    sizes: anything,
    width: aNumber,
    height: aNumber,
    alt: anything,
    loading: is('lazy'),
    decoding: is('async'),
  },
  p: passage,
  hr: passage,
  pre: passage,
  blockquote: passage,
  ul: passage,
  ol: { ...passage, start: aNumber },
  h2: passage,
  h3: passage,
  h4: passage,
  figure: { ...passage, class: is('pull', 'picture', 'picture video') },
  figcaption: {},
}

/** What is nested deeper loses its element and keeps its words. Browsers themselves stop nesting at 512. */
export const DEEPEST_ELEMENT = 64

/** HTML from elsewhere, reduced to what a comment may hold; sanitised once more it stays the same. */
export const sanitise = settled(
  wall(ALLOWED_IN_WORDS, {
    b: 'strong',
    i: 'em',
    ...Object.fromEntries(['h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((heading) => [heading, 'p'])),
    a: (tagName, attribs) => ({ tagName, attribs: attribs.href ? { ...attribs, rel: 'nofollow ugc' } : {} }),
  }),
)

/** The second wall for HTML that was made of a comment's Markdown: nothing else passes. */
export function sanitisedComment(html: string): string {
  return hasPlainElementsOnly(html, DEEPEST_ELEMENT) ? html.replaceAll('&quot;', '"') : sanitisedByLibrary(html)
}

/** The same by way of the library, whatever the HTML is. */
export const sanitisedByLibrary = wall(ALLOWED_IN_COMMENTS)

/** The second wall for HTML that was made of an article's Markdown: nothing else passes. */
export const sanitisedArticle = wall(ALLOWED_IN_ARTICLES)

type Sanitiser = (html: string) => string

function wall(allowed: Allowed, transformTags: sanitizeHtml.IOptions['transformTags'] = {}): Sanitiser {
  const options: sanitizeHtml.IOptions = {
    allowedTags: Object.keys(allowed),
    allowedAttributes: Object.fromEntries(Object.entries(allowed).map(([tag, values]) => [tag, Object.keys(values)])),
    allowedSchemes: ['http', 'https', 'mailto'],
    allowProtocolRelative: false,
    selfClosing: ['img', 'br', 'hr', 'source'],
    nestingLimit: DEEPEST_ELEMENT,
    exclusiveFilter: ({ tag, attribs }) => tag === 'img' && !attribs.src,
    transformTags: {
      ...transformTags,
      '*': (tagName, attribs) => ({ tagName, attribs: kept(allowed, tagName, attribs) }),
    },
  }
  return (html) => library()(html, options)
}

function kept(allowed: Allowed, tag: string, attribs: sanitizeHtml.Attributes): sanitizeHtml.Attributes {
  const rules = new Map(Object.hasOwn(allowed, tag) ? Object.entries(allowed[tag]!) : [])
  return Object.fromEntries(Object.entries(attribs).filter(([name, value]) => rules.get(name)?.(value)))
}

const MOST_PASSES = 4

/** Closing what was left open can open something new to close; HTML that never comes to rest keeps its text alone. */
function settled(sanitised: Sanitiser): Sanitiser {
  return (html) => {
    let before = html
    for (let pass = 0; pass < MOST_PASSES; pass++) {
      const after = sanitised(before)
      if (after === before) return after
      before = after
    }
    return library()(html, { allowedTags: [], allowedAttributes: {} })
  }
}
