import { feedId } from '../../domain/articles/index.ts'
import { carried } from '../../kit/characters.ts'
import { absoluteLinks } from '../../text/absolute-links.ts'
import type { Frame } from '../html/frame.ts'

/** How a feed is written. Sources: RFC 4287; https://www.rssboard.org/rss-specification; https://www.jsonfeed.org/version/1.1/ */
export const FEED_TYPES = {
  atom: 'application/atom+xml; charset=utf-8',
  rss: 'application/rss+xml; charset=utf-8',
  json: 'application/feed+json; charset=utf-8',
} as const
export type FeedForm = keyof typeof FEED_TYPES

export interface Entry {
  id: string
  title: string
  updated: Date
  published: Date
  authors: { name: string }[]
  summary?: string
  content: string
  url: string
}

export interface Feed {
  title: string
  path: string
  self: string
  /** The path by which feed readers know it, where that is another. */
  known?: string
  /** What is said below its title; the motto where nothing is. */
  subtitle?: string | undefined
  entries: readonly Entry[]
}

/** A feed in one of its forms. */
export function written(form: FeedForm, frame: Frame, feed: Feed): Promise<string> {
  return { atom, rss, json }[form](frame, feed)
}

/** An Atom feed of such entries. @NOTE the library takes a tenth of a second to load, so it is loaded with the first feed. */
export async function atom(
  { origin, publication }: Frame,
  { title, path, self, known = self, entries, subtitle = publication.motto }: Feed,
): Promise<string> {
  const { generateAtomFeed } = await import('feedsmith')
  return generateAtomFeed(
    inXml({
      id: feedId(publication.feedBase, known),
      title: { value: title },
      ...(subtitle && { subtitle: { value: subtitle } }),
      updated: lastOf(entries),
      authors: [{ name: publication.name }],
      links: [
        { rel: 'self', href: origin + self, type: 'application/atom+xml' },
        { rel: 'alternate', href: origin + path, type: 'text/html' },
      ],
      entries: entries.map(({ url, content, title, summary, ...entry }) => ({
        ...entry,
        title: { value: title },
        ...(summary && { summary: { value: summary } }),
        content: { value: absoluteLinks(content, url), type: 'html' },
        links: [{ rel: 'alternate', href: url, type: 'text/html' }],
      })),
    }),
  )
}

async function rss({ origin, language, publication }: Frame, { title, path, self, entries }: Feed): Promise<string> {
  const { generateRssFeed } = await import('feedsmith')
  return generateRssFeed(
    inXml({
      title,
      link: origin + path,
      description: publication.motto || title,
      language,
      lastBuildDate: lastOf(entries),
      atom: { links: [{ rel: 'self', href: origin + self, type: 'application/rss+xml' }] },
      items: entries.map(({ id, url, title, summary, content, published, authors }) => ({
        title,
        link: url,
        guid: { value: id, isPermaLink: false },
        pubDate: published,
        ...(summary && { description: summary }),
        content: { encoded: absoluteLinks(content, url) },
        dc: { creators: authors.map(({ name }) => name) },
      })),
    }),
  )
}

async function json({ origin, language, publication }: Frame, { title, path, self, entries }: Feed): Promise<string> {
  const { generateJsonFeed } = await import('feedsmith')
  const feed = generateJsonFeed({
    title,
    home_page_url: origin + path,
    feed_url: origin + self,
    ...(publication.motto && { description: publication.motto }),
    language,
    items: entries.map(({ id, url, title, summary, content, published, updated, authors }) => ({
      id,
      url,
      title,
      content_html: absoluteLinks(content, url),
      ...(summary && { summary }),
      date_published: published,
      date_modified: updated,
      authors,
    })),
  })
  return JSON.stringify(feed)
}

function lastOf(entries: readonly Entry[]): Date {
  return new Date(Math.max(0, ...entries.map((entry) => entry.updated.getTime())))
}

/** The same with every text in it as XML can carry it. */
function inXml<T>(value: T): T {
  if (typeof value === 'string') return carried(value) as T
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Array.isArray(value)) return value.map(inXml) as T
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inXml(part)])) as T
}
