import { paths } from '../../addresses/paths.ts'
import { editionPage, feedId } from '../../domain/articles/index.ts'
import { chainShown, correctionsOf, NO_CHAIN, sourcesOf } from '../../domain/sources/early.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import { latestSeq } from '../../store/index.ts'
import { absoluteLinks } from '../../text/absolute-links.ts'
import type { Json } from '../html/json-ld.ts'
import { webAddress } from '../html/web-address.ts'
import { text } from '../http/shapes.ts'
import { shared } from '../http/shared-page.ts'
import type { EditionPage } from './edition-page.ts'
import { type CitedReport, infoSourcesOf, reportsOf } from './info-sources.ts'
import { trustIndicators } from './publisher.ts'

/** An edition as news agencies exchange it. Source: IPTC, ninjs 3.1. */
export const show = shared({ params: { slug: text } }, async (ask, { slug }) => {
  const frame = await ask.frame()
  return ask.store.read(async (db) => {
    const edition = await editionPage(db, frame.language as Language, slug)
    if (!edition) throw new Trouble('missing', 'article.missing')
    const { id } = edition.article
    const { id: editionId, language, retraction } = edition.edition
    const [sources, corrections, chain] = await Promise.all([
      sourcesOf(db, id, language),
      correctionsOf(db, editionId),
      retraction ? NO_CHAIN : chainShown(db, { articleId: id, editionId, language }),
    ])
    const page = { ...frame, ...edition, sources, corrections, chain }
    const body = JSON.stringify(ninjsOf(page, edition.edition.feedPath))
    return { body, type: 'application/json; charset=utf-8', articleId: id, version: await latestSeq(db) }
  })
})

function ninjsOf(page: EditionPage, feedPath: string): Json {
  const { origin, publication, edition, article, section, bylines, corrections = [] } = page
  const uri = origin + paths.article(edition.language, edition.slug)
  const published = new Date(edition.publishedAt ?? article.publishedAt).toISOString()
  const authors = bylines.filter(({ role }) => role !== 'editor')
  return {
    uri,
    type: 'text',
    representationType: 'full',
    firstCreated: published,
    versionCreated: edition.changedAt ? new Date(edition.changedAt).toISOString() : published,
    pubStatus: edition.retraction ? 'canceled' : 'usable',
    language: edition.language,
    copyrightHolder: publication.name,
    by: authors.length > 0 ? authors.map(({ name }) => name).join(', ') : undefined,
    edNote: corrections.length > 0 ? corrections.map(correctionSaid).join('\n') : edition.retraction?.reason,
    headlines: [{ value: edition.title }],
    descriptions: edition.standfirst ? [{ role: 'standfirst', value: edition.standfirst }] : undefined,
    bodies: [{ role: 'main', contentType: 'text/html', value: absoluteLinks(edition.html, uri) }],
    subjects: section
      ? [{ name: section.name, uri: origin + paths.section(edition.language, section.slug) }]
      : undefined,
    people: bylines.map(({ name, role }) => ({ name, rel: role })),
    infoSources: infoSourcesOf(page),
    associations: reportsOf(page).flatMap(cited),
    altIds: [{ role: 'feed', value: feedId(publication.feedBase, feedPath) }],
    trustIndicators: trustIndicators(page),
    standard: { name: 'ninjs', version: '3.1', schema: 'https://www.iptc.org/std/ninjs/ninjs-schema_3.1.json' },
  }
}

function correctionSaid({ at, wrong, right }: NonNullable<EditionPage['corrections']>[number]): string {
  return `${new Date(at).toISOString().slice(0, 10)}: “${wrong}” → “${right}”`
}

function cited({ title, url, language }: CitedReport): Json[] {
  const uri = webAddress(url)
  if (!uri) return []
  return [
    { name: title, uri, rel: 'citation', type: 'text', ...(language && { language }), headlines: [{ value: title }] },
  ]
}
