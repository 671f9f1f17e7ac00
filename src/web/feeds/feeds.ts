import { paths } from '../../addresses/paths.ts'
import { editionPage, feedId, type List, latestEditions, type ShownEdition } from '../../domain/articles/index.ts'
import { filled, latestShownRows, type ShownComment } from '../../domain/discussion/index.ts'
import { rulesIn } from '../../domain/moderation/early.ts'
import { correctionsOfEach, type ShownCorrection } from '../../domain/sources/early.ts'
import type { Language } from '../../kit/language.ts'
import type { Say } from '../../kit/sentences.ts'
import { Trouble } from '../../kit/trouble.ts'
import { latestSeq } from '../../store/index.ts'
import { authorNamed, sectionNamed, tagNamed } from '../articles/index.ts'
import { correctionsHtml } from '../cited/index.ts'
import { type RenderContext, readOnlyContext, wordsHtml } from '../comments/index.ts'
import type { Frame } from '../html/frame.ts'
import type { Ask } from '../http/ask.ts'
import type { Assembled } from '../http/page-cache.ts'
import { id, text } from '../http/shapes.ts'
import { shared } from '../http/shared-page.ts'
import { atom, type Entry, FEED_TYPES, type FeedForm, written } from './feed-forms.ts'

export const ENTRIES = 30

/** What is published in a language. */
export const ofLanguage = (form: FeedForm) =>
  shared({}, async (ask) => {
    const frame = await ask.frame()
    return editionsFeed(ask, frame, form, { title: frame.publication.name, path: paths.front(frame.language) })
  })

/** What is published in one section. */
export const ofSection = (form: FeedForm) =>
  shared({ params: { section: text } }, async (ask, { section }) => {
    const frame = await ask.frame()
    const { id, slug, name } = await sectionNamed(ask.store, frame.language as Language, section)
    const title = `${name} · ${frame.publication.name}`
    return editionsFeed(ask, frame, form, {
      title,
      path: paths.section(frame.language, slug),
      list: { of: 'section', id },
    })
  })

/** What is published under a tag. */
export const ofTag = (form: FeedForm) =>
  shared({ params: { tag: text } }, async (ask, { tag: named }) => {
    const frame = await ask.frame()
    const { id, slug, name } = await tagNamed(ask.store, frame.language as Language, named)
    const title = `${name} · ${frame.publication.name}`
    return editionsFeed(ask, frame, form, { title, path: paths.tag(frame.language, slug), list: { of: 'tag', id } })
  })

/** What somebody has signed. */
export const ofAuthor = (form: FeedForm) =>
  shared({ params: { person: id<'person'>('person.missing') } }, async (ask, { person }) => {
    const frame = await ask.frame()
    const name = await authorNamed(ask.store, frame.language as Language, person)
    const title = `${name} · ${frame.publication.name}`
    return editionsFeed(ask, frame, form, {
      title,
      path: paths.author(frame.language, person),
      list: { of: 'signer', id: person },
    })
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
    return { body, type: FEED_TYPES.atom, articleId: id, version: await latestSeq(db) }
  })
})

interface EditionsFeed {
  title: string
  path: string
  /** All that is published, where none is named. */
  list?: List
}

function editionsFeed(ask: Ask, frame: Frame, form: FeedForm, { title, path, list }: EditionsFeed): Promise<Assembled> {
  return ask.store.read(async (db) => {
    const editions = await latestEditions(db, frame.language as Language, { list }, ENTRIES)
    const feed = {
      title,
      path,
      self: paths.feedOf(path.replace(/\/$/, ''), form),
      known: paths.feedOf(path.replace(/\/$/, '')),
    }
    const ids = editions.map(({ edition }) => edition.id)
    const [corrections, say] = [await correctionsOfEach(db, ids), await ask.say()]
    const body = await written(form, frame, {
      ...feed,
      entries: editions.map((one) => editionEntry(one, frame, corrections.get(one.edition.id) ?? [], say)),
    })
    return { body, type: FEED_TYPES[form], articleId: null, version: await latestSeq(db) }
  })
}

/** @NOTE one that was corrected has the same id and another time, and says above its words what was wrong. */
function editionEntry(
  { edition, bylines }: ShownEdition,
  { origin, publication, language }: Frame,
  corrections: readonly ShownCorrection[],
  say: Say,
): Entry {
  const place = { language, zone: publication.zone }
  const url = origin + paths.article(edition.language, edition.slug)
  return {
    id: feedId(publication.feedBase, edition.feedPath),
    url,
    title: edition.title,
    summary: edition.standfirst,
    content: `${correctionsHtml(corrections, place, say) ?? ''}${edition.html}`,
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
