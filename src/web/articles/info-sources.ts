import { paths } from '../../addresses/paths.ts'
import { type ChainActor, type ChainHop, type ChainQuote, NO_CHAIN } from '../../domain/sources/early.ts'
import type { Json } from '../html/json-ld.ts'
import { webAddress } from '../html/web-address.ts'
import type { EditionPage } from './edition-page.ts'

/** A report that an article cites. */
export type CitedReport = Pick<EditionPage['sources'][number], 'title' | 'url' | 'language' | 'outlet'>

/**
 * From whom an article has what it says: whoever stands at a step of a claim, who is quoted, and who published what it cites; each once in
 * each role. Who is not named goes by what they are called. Source: IPTC, ninjs 3.1, infoSources.
 */
export function infoSourcesOf(page: EditionPage): Json[] {
  const { claims, quotes } = page.chain ?? NO_CHAIN
  const told = [
    ...claims.flatMap(({ hops }) => hops.map((hop) => stepTold(hop, page))),
    ...quotes.flatMap(({ speaker }) => (speaker ? speakerTold(speaker, page) : [])),
    ...reportsOf(page).map(publisherTold),
  ]
  return [...new Map(told.map((one) => [JSON.stringify(one), one])).values()]
}

/** The reports that were named as its sources, and those through which its claims and quotations came. */
export function reportsOf({ sources, chain = NO_CHAIN }: EditionPage): CitedReport[] {
  const hops = chain.claims.flatMap((claim) => claim.hops)
  const reports = [...hops, ...chain.quotes].flatMap(({ report }) => report ?? [])
  const all = [...sources, ...reports.map(({ outlet, ...report }) => ({ ...report, outlet: outlet.name }))]
  return [...new Map(all.toReversed().map((report) => [report.url, report])).values()].toReversed()
}

function stepTold({ actor, descriptor, anonymity, relation }: ChainHop, page: EditionPage): Json {
  return actor
    ? { name: actor.name, role: relation, uri: addressOf(actor, page) }
    : { role: relation, literal: descriptor || anonymity }
}

function speakerTold(speaker: NonNullable<ChainQuote['speaker']>, page: EditionPage): Json {
  return { name: speaker.name, role: 'quoted', literal: speaker.title || undefined, uri: addressOf(speaker, page) }
}

function publisherTold({ outlet, title, url }: CitedReport): Json {
  return { name: outlet, role: 'published', literal: title, uri: webAddress(url) }
}

function addressOf({ kind, key }: ChainActor, { origin, edition: { language } }: EditionPage): string {
  return origin + (kind === 'party' ? paths.party(language, key) : paths.outlet(language, key))
}
