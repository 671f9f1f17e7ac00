import type { Parser as HtmlParser } from 'htmlparser2'
import { folded } from './fold.ts'
import { type JsonLdFacts, jsonLdFacts } from './json-ld-facts.ts'
import { spokenIn } from './spoken-in.ts'
import { type StatedTime, statedTime } from './stated-time.ts'

/** What a page says of itself. */
export interface PageFacts {
  title: string | undefined
  outlet: string | undefined
  language: string | undefined
  authors: string[]
  published: StatedTime | undefined
  /** Where it says that it stands. */
  canonical: string | undefined
}

/** More is not looked at; a page that says more says nothing about itself. */
const MOST_BLOCKS = 40
const LONGEST_BLOCK = 300_000
const LONGEST_FACT = 500
const LONGEST_SAID = 1_000
const MOST_AUTHORS = 20

interface Said {
  metas: Map<string, string[]>
  blocks: string[]
  title: string
  /** Of the page's first headline. */
  heading: string
  lang: string | undefined
  canonical: string | undefined
  times: string[]
}

/** Reads it from JSON-LD first, then from Open Graph and `<meta>`, then from what stands in the page. Sources: schema.org; ogp.me; HTML, section 4.2.5. */
export async function pageFacts(html: string, url: string): Promise<PageFacts> {
  const { Parser } = await import('htmlparser2')
  const { metas, blocks, title, heading, lang, canonical, times } = saidIn(html, Parser)
  const ld = decoded(jsonLdFacts(blocks), Parser)
  const meta = (...names: string[]) =>
    names
      .flatMap((name) => metas.get(name) ?? [])
      .map(fact)
      .find(Boolean)
  const when = [
    ld.published,
    meta('article:published_time', 'datepublished', 'dc.date', 'dc.date.issued', 'date', 'pubdate'),
    ...times,
  ]
  const authors = ld.authors.length > 0 ? ld.authors : metaAuthors(metas)
  return {
    title: fact(ld.title) || meta('og:title', 'twitter:title', 'dc.title') || fact(title) || fact(heading) || undefined,
    outlet: [fact(ld.outlet), meta('og:site_name', 'application-name', 'dc.publisher') ?? ''].find(isName),
    language: [ld.language, lang, meta('og:locale', 'content-language', 'dc.language')].flatMap(spokenIn)[0],
    authors: [...new Set(authors.map(fact).filter(isName))].slice(0, MOST_AUTHORS),
    published: when.flatMap((text) => (text && statedTime(text)) || [])[0],
    canonical: addressIn(canonical ?? meta('og:url'), url),
  }
}

/** What is longer names nobody. */
const LONGEST_NAME = 200

function isName(text: string): boolean {
  return text !== '' && text.length <= LONGEST_NAME
}

function metaAuthors(metas: Said['metas']): string[] {
  const named = [
    ...(metas.get('author') ?? []),
    ...(metas.get('article:author') ?? []),
    ...(metas.get('dc.creator') ?? []),
  ]
  return named.filter((name) => !/^https?:/.test(name))
}

/** @NOTE many pages write the entities of HTML where JSON-LD has none. */
function decoded(ld: JsonLdFacts, Parser: typeof HtmlParser): JsonLdFacts {
  const plain = (text: string) => (/&#?\w{1,8};/.test(text) ? textOf(text, Parser) : text)
  const { title, outlet, authors } = ld
  return { ...ld, title: title && plain(title), outlet: outlet && plain(outlet), authors: authors.map(plain) }
}

function textOf(html: string, Parser: typeof HtmlParser): string {
  let text = ''
  const ontext = (more: string) => {
    text += more
  }
  new Parser({ ontext }).end(html.slice(0, LONGEST_SAID).replaceAll('<', '&lt;'))
  return text
}

/** Without what turns the direction of the words around it. */
function fact(text: string | undefined): string {
  return folded((text ?? '').replace(TURNING, '')).slice(0, LONGEST_FACT)
}

const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

function addressIn(text: string | undefined, base: string): string | undefined {
  const found = text === undefined ? null : URL.parse(text.trim(), base)
  return found && /^https?:$/.test(found.protocol) && !found.username ? found.href : undefined
}

function saidIn(html: string, Parser: typeof HtmlParser): Said {
  const said: Said = {
    metas: new Map(),
    blocks: [],
    title: '',
    heading: '',
    lang: undefined,
    canonical: undefined,
    times: [],
  }
  let into: 'title' | 'h1' | 'script' | undefined
  let drawings = 0
  const parser = new Parser({
    onopentag(name, attributes) {
      if (name === 'html') said.lang ??= attributes.lang || attributes['xml:lang'] || undefined
      if (name === 'svg') drawings++
      if (name === 'meta') addMeta(said.metas, attributes)
      if (name === 'link' && /(?:^|\s)canonical(?:\s|$)/i.test(attributes.rel ?? '')) said.canonical ??= attributes.href
      if (name === 'time' && attributes.datetime && said.times.length < MOST_BLOCKS)
        said.times.push(attributes.datetime)
      if (name === 'title' && drawings === 0 && said.title === '') into = name
      if (name === 'h1' && said.heading === '') into = name
      if (name === 'script' && isBlock(attributes) && said.blocks.length < MOST_BLOCKS) {
        into = name
        said.blocks.push('')
      }
    },
    ontext(text) {
      if (into === 'title' && said.title.length < LONGEST_SAID) said.title += text
      if (into === 'h1' && drawings === 0 && said.heading.length < LONGEST_SAID) said.heading += text
      if (into === 'script' && said.blocks.at(-1)!.length < LONGEST_BLOCK) said.blocks[said.blocks.length - 1] += text
    },
    onclosetag(name) {
      if (name === 'svg') drawings--
      if (name === into) into = undefined
    },
  })
  parser.end(html)
  return said
}

function isBlock({ type = '' }: Record<string, string>): boolean {
  return /^application\/ld\+json/i.test(type)
}

function addMeta(metas: Said['metas'], attributes: Record<string, string>) {
  const { property, name, itemprop, content } = attributes
  const key = (property ?? name ?? itemprop ?? attributes['http-equiv'])?.toLowerCase()
  if (!key || !content) return
  const kept = metas.get(key) ?? []
  if (kept.length < MOST_AUTHORS) metas.set(key, [...kept, content.slice(0, LONGEST_SAID)])
}
