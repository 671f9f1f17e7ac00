import { paths } from '../../addresses/paths.ts'
import {
  type Chain,
  type ChainActor,
  type ChainClaim,
  type ChainQuote,
  type ChainReport,
  NO_CHAIN,
} from '../../domain/sources/early.ts'
import type { Correction } from '../cited/index.ts'
import type { Branch, ThreadPage } from '../discussion/index.ts'
import type { Json } from '../html/json-ld.ts'
import { webAddress } from '../html/web-address.ts'
import type { EditionPage } from './edition-page.ts'
import { publisherOf } from './publisher.ts'

/** The article, its other editions, its sources and the part of its discussion that is shown, as schema.org names them. */
export function newsArticle(page: EditionPage, window: ThreadPage): Json {
  const { origin, edition, article, section, picture } = page
  const url = addressOf(page, edition)
  const image = page.sharing?.picture ?? picture
  return {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    '@id': url,
    url,
    headline: edition.title,
    description: page.sharing?.searchWords || edition.standfirst || undefined,
    inLanguage: edition.language,
    datePublished: iso(edition.publishedAt ?? article.publishedAt),
    dateModified: edition.changedAt ? iso(edition.changedAt) : undefined,
    articleSection: section?.name,
    image: image ? [origin + image.src] : undefined,
    keywords: some((page.tags ?? []).map(({ name }) => name)),
    ...editionsOf(page),
    ...peopleOf(page),
    citation: citationsOf(page),
    ...chainOf(page, url),
    correction: some((page.corrections ?? []).map((one) => correctionOf(one, url))),
    publisher: publisherOf(page),
    discussionUrl: `${url}#discussion`,
    commentCount: window.visible,
    comment: commentsOf(window.branches, origin, { left: MOST_COMMENTS }),
  }
}

/** The first edition is the work; the others are its translations. */
function editionsOf(page: EditionPage): Record<string, Json> {
  const [first, ...others] = page.editions
  if (!first || others.length === 0) return {}
  return first.language === page.edition.language
    ? {
        workTranslation: others.map((other) => ({
          '@type': 'NewsArticle',
          '@id': addressOf(page, other),
          inLanguage: other.language,
        })),
      }
    : { translationOfWork: { '@type': 'NewsArticle', '@id': addressOf(page, first), inLanguage: first.language } }
}

function peopleOf({ bylines }: EditionPage): Record<string, Json> {
  const named = (role: string) =>
    bylines.filter((b) => b.role === role).map(({ name }) => ({ '@type': 'Person', name }))
  const contributors = bylines.filter(({ role }) => !['author', 'translator', 'editor'].includes(role))
  return {
    author: some(named('author')),
    translator: some(named('translator')),
    editor: some(named('editor')),
    contributor: some(
      contributors.map(({ name, role }) => ({
        '@type': 'Role',
        roleName: ROLE_NAMES[role] ?? role,
        contributor: { '@type': 'Person', name },
      })),
    ),
  }
}

const ROLE_NAMES: Readonly<Record<string, string>> = {
  reviewer: 'reviewed by',
  commentator: 'commented by',
  'reviewer-and-commentator': 'reviewed and commented by',
}

/** Source: schema.org/correction. */
function correctionOf({ id, wrong, right, at }: Correction, url: string): Json {
  return {
    '@type': 'CorrectionComment',
    url: `${url}#correction-${id}`,
    text: `“${wrong}” → “${right}”`,
    datePublished: iso(at),
  }
}

/** The reports that were named as its sources, and those through which its claims came. */
function citationsOf({ sources, chain = NO_CHAIN }: EditionPage): Json[] {
  const named = new Set(sources.map(({ url }) => url))
  const others = reportsIn(chain).filter(({ url }) => !named.has(url))
  return [...sources.map(citationOf), ...others.map(reportOf)]
}

function reportsIn({ claims, quotes }: Chain): ChainReport[] {
  const all = [...claims.flatMap(({ hops }) => hops.map(({ report }) => report)), ...quotes.map(({ report }) => report)]
  return [...new Map(all.filter((report) => report !== null).map((report) => [report.id, report])).values()]
}

function reportOf({ outlet, ...report }: ChainReport): Json {
  return citationOf({ ...report, outlet: outlet.name })
}

/** What it asserts and quotes, each with who said so where that is named. */
function chainOf({ chain = NO_CHAIN, edition }: EditionPage, url: string): Record<string, Json> {
  const roots = chain.claims.flatMap(({ hops: [root] }) => root?.report ?? [])
  const based = [...new Map(roots.map((report) => [report.id, report])).values()]
  return {
    isBasedOn: some(based.map(reportOf)),
    mentions: some(chain.claims.map((claim) => claimOf(claim, url))),
    hasPart: some(chain.quotes.map((quote) => quotationOf(quote, edition.language, url))),
  }
}

function claimOf({ number, gist, hops: [root] }: ChainClaim, url: string): Json {
  return {
    '@type': 'Claim',
    '@id': `${url}#s-${number}`,
    text: gist,
    author: root?.actor ? actorOf(root.actor) : undefined,
    appearance: { '@id': url },
    firstAppearance: root?.report ? reportOf(root.report) : undefined,
  }
}

function quotationOf(quote: ChainQuote, language: string, url: string): Json {
  const { number, words, speaker, report, originalWords, originalLanguage } = quote
  const original = { '@type': 'Quotation', text: originalWords, inLanguage: originalLanguage ?? undefined }
  return {
    '@type': 'Quotation',
    '@id': `${url}#s-${number}`,
    text: words,
    inLanguage: language,
    creator: speaker ? actorOf(speaker) : undefined,
    isBasedOn: report ? reportOf(report) : undefined,
    translationOfWork: originalWords ? original : undefined,
  }
}

function actorOf({ name, partyKind }: ChainActor): Json {
  return { '@type': partyKind === 'person' ? 'Person' : 'Organization', name }
}

function citationOf(source: EditionPage['sources'][number]): Json {
  return {
    '@type': 'NewsArticle',
    headline: source.title,
    url: webAddress(source.url),
    inLanguage: source.language ?? undefined,
    datePublished: source.publishedOn ?? undefined,
    publisher: { '@type': 'Organization', name: source.outlet },
    archivedAt: source.copy?.url,
  }
}

/** How many comments a page tells machines: they too read the rest in the page itself. */
const MOST_COMMENTS = 50

/** The first comments in their order, until so many are told. */
function commentsOf(branches: readonly Branch[], origin: string, room: { left: number }): Json[] {
  return branches.flatMap((branch) => (room.left-- > 0 ? [commentOf(branch, origin, room)] : []))
}

/** A comment with those below it; of a removed one only its place. */
function commentOf({ comment, replies }: Branch, origin: string, room: { left: number }): Json {
  const url = origin + paths.comment(comment.id)
  const below = some(commentsOf(replies, origin, room))
  if (comment.tombstone) return { '@type': 'Comment', url, creativeWorkStatus: 'Removed', comment: below }
  return {
    '@type': 'Comment',
    url,
    author: comment.author ? { '@type': 'Person', name: comment.author.name } : undefined,
    datePublished: comment.postedAt === null ? undefined : iso(comment.postedAt),
    text: plainOf(comment.html ?? ''),
    comment: below,
  }
}

const ENTITIES: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

/** The words of HTML that text/ made, without its marks; what stands in slots belongs to others and stays out. */
function plainOf(htmlString: string): string {
  return htmlString
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|amp);/g, (_, name: string) => ENTITIES[name] ?? '')
    .replace(/\s+/g, ' ')
    .trim()
}

function some<T>(list: readonly T[]): readonly T[] | undefined {
  return list.length > 0 ? list : undefined
}

function addressOf({ origin }: EditionPage, { language, slug }: { language: string; slug: string }) {
  return origin + paths.article(language, slug)
}

function iso(at: number) {
  return new Date(at).toISOString()
}
