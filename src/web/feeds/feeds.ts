import { paths } from '../../addresses/paths.ts'
import { editionPage, feedId, latestEditions, type SectionId, type ShownEdition } from '../../domain/articles/index.ts'
import { filled, latestShownRows, type ShownComment } from '../../domain/discussion/index.ts'
import { rulesIn } from '../../domain/moderation/index.ts'
import { carried } from '../../kit/characters.ts'
import type { Language } from '../../kit/language.ts'
import type { Say } from '../../kit/sentences.ts'
import { Trouble } from '../../kit/trouble.ts'
import { latestSeq } from '../../store/index.ts'
import { absoluteLinks } from '../../text/absolute-links.ts'
import { sectionNamed } from '../articles/index.ts'
import { type RenderContext, readOnlyContext, wordsHtml } from '../comments/index.ts'
import type { Frame } from '../html/frame.ts'
import type { Ask } from '../http/ask.ts'
import type { Assembled } from '../http/page-cache.ts'
import { text } from '../http/shapes.ts'
import { shared } from '../http/shared-page.ts'

export const ENTRIES = 30
export const ATOM = 'application/atom+xml; charset=utf-8'

/** What is published in a language. */
export const ofLanguage = shared({}, async (ask) => {
  const frame = await ask.frame()
  const { name } = frame.publication
  return editionsFeed(ask, frame, { title: name, path: paths.front(frame.language), self: paths.feed(frame.language) })
})

/** What is published in one section. */
export const ofSection = shared({ params: { section: text } }, async (ask, { section }) => {
  const frame = await ask.frame()
  const { id, slug, name } = await sectionNamed(ask.store, frame.language as Language, section)
  const title = `${name} · ${frame.publication.name}`
  const self = paths.sectionFeed(frame.language, slug)
  return editionsFeed(ask, frame, { title, path: paths.section(frame.language, slug), self, sectionId: id })
})

/** The latest comments on one article. Source of the reply links: RFC 4685. */
export const ofDiscussion = shared({ params: { slug: text } }, async (ask, { slug: named }) => {
  const frame = await ask.frame()
  const say = await ask.say()
  return ask.store.read(async (db) => {
    const edition = await editionPage(db, frame.language as Language, named)
    if (!edition) throw new Trouble('missing', 'article.missing')
    const { id } = edition.article
    const comments = await filled(db, await latestShownRows(db, id, ENTRIES))
    const rules = await rulesIn(db, frame.language)
    const { language, slug, title, feedPath } = edition.edition
    const body = await atom(frame, {
      title: say('follow.discussion-feed', { title }),
      path: paths.article(language, slug),
      self: paths.discussionFeed(language, slug),
      known: paths.feedOf(feedPath),
      entries: comments.map((comment) => commentEntry(comment, frame, say, readOnlyContext(frame, rules, say))),
    })
    return { body, type: ATOM, articleId: id, version: await latestSeq(db) }
  })
})

interface Feed {
  title: string
  path: string
  self: string
  /** The publication's motto, unless there is more to say. */
  subtitle?: string | undefined
  /** The path by which feed readers know it, where that is another. */
  known?: string
}

function editionsFeed(ask: Ask, frame: Frame, feed: Feed & { sectionId?: SectionId }): Promise<Assembled> {
  return ask.store.read(async (db) => {
    const { sectionId } = feed
    const editions = await latestEditions(db, frame.language as Language, { sectionId }, ENTRIES)
    const body = await atom(frame, { ...feed, entries: editions.map((edition) => editionEntry(edition, frame)) })
    return { body, type: ATOM, articleId: null, version: await latestSeq(db) }
  })
}

interface Entry {
  id: string
  title: string
  updated: Date
  published: Date
  authors: { name: string }[]
  summary?: string
  content: string
  url: string
}

/** An Atom feed of such entries. @NOTE the library takes a tenth of a second to load, so it is loaded with the first feed. */
export async function atom(
  { origin, publication }: Frame,
  { title, path, self, known = self, entries, subtitle = publication.motto }: Feed & { entries: Entry[] },
): Promise<string> {
  const { generateAtomFeed } = await import('feedsmith')
  const updated = entries.map((entry) => entry.updated.getTime())
  return generateAtomFeed(
    inXml({
      id: feedId(publication.feedBase, known),
      title: { value: title },
      ...(subtitle && { subtitle: { value: subtitle } }),
      updated: new Date(Math.max(0, ...updated)),
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

/** The same with every text in it as XML can carry it. */
function inXml<T>(value: T): T {
  if (typeof value === 'string') return carried(value) as T
  if (typeof value !== 'object' || value === null || value instanceof Date) return value
  if (Array.isArray(value)) return value.map(inXml) as T
  return Object.fromEntries(Object.entries(value).map(([name, part]) => [name, inXml(part)])) as T
}

function editionEntry({ edition, bylines }: ShownEdition, { origin, publication }: Frame): Entry {
  const url = origin + paths.article(edition.language, edition.slug)
  return {
    id: feedId(publication.feedBase, edition.feedPath),
    url,
    title: edition.title,
    summary: edition.standfirst,
    content: edition.html,
    published: new Date(edition.publishedAt),
    updated: new Date(edition.changedAt ?? edition.publishedAt),
    authors: bylines.map(({ name }) => ({ name })),
  }
}

/** A comment as a feed tells it. */
export function commentEntry(
  comment: ShownComment,
  { origin, publication }: Frame,
  say: Say,
  context: RenderContext,
): Entry {
  const path = paths.comment(comment.id)
  const url = origin + path
  const name = comment.author?.name ?? say('comment.nobody')
  const at = comment.postedAt ?? 0
  return {
    id: feedId(publication.feedBase, path),
    url,
    title: `${comment.label} · ${name}`,
    content: String(wordsHtml(comment, context)),
    published: new Date(at),
    updated: new Date(comment.editedAt ?? at),
    authors: [{ name }],
  }
}
