import { paths } from '../../../addresses/paths.ts'
import {
  type Chain,
  type ChainActor,
  type ChainPlace,
  type ChainRelation,
  type ChainReport,
  factsOf,
  rootsOf,
} from '../../../domain/sources/early.ts'

export interface SourcesTold {
  origin: string
  edition: { language: string; slug: string; title: string }
  chain: Chain
}

/** An article's chain for programs; docs/sources.md tells its fields, and docs/sources.schema.json their shape. */
export function sourcesJson({ origin, edition, chain }: SourcesTold): object {
  const { language, slug, title } = edition
  const rootOf = rootsOf(chain.claims)
  const roots = [...new Set(chain.claims.filter(({ hops }) => hops.length > 0).map(rootOf))]
  const addressOf = ({ language, slug, number }: NonNullable<ChainRelation['elsewhere']>) =>
    `${origin}${paths.article(language, slug)}#s-${number}`
  return {
    $schema: SCHEMA,
    article: { url: origin + paths.article(language, slug), title, language },
    facts: factsOf(chain),
    claims: chain.claims.map((claim) => ({
      key: claim.key,
      number: claim.number,
      kind: claim.kind,
      status: claim.status,
      statusAt: new Date(claim.statusAt).toISOString(),
      gist: claim.gist,
      ...(claim.note && { note: claim.note }),
      root: claim.hops.length > 0 ? roots.indexOf(rootOf(claim)) + 1 : null,
      anchors: claim.places.map(anchorOf),
      hops: claim.hops.map((hop) => ({
        position: hop.position,
        actor: hop.actor && actorOf(hop.actor),
        anonymity: hop.anonymity,
        descriptor: hop.descriptor || null,
        relation: hop.relation,
        report: hop.report && reportOf(hop.report),
        language: hop.language,
        date: hop.saidOn,
        seenByUs: hop.isSeen,
      })),
      relations: claim.relations.map(({ type, isBy, key, gist, status, elsewhere }) => ({
        type,
        direction: isBy ? 'by' : 'to',
        status,
        ...(elsewhere ? { gist, url: addressOf(elsewhere) } : { claim: key }),
      })),
    })),
    quotes: chain.quotes.map((quote) => ({
      key: quote.key,
      number: quote.number,
      words: quote.words,
      language,
      speaker: quote.speaker && { ...actorOf(quote.speaker), title: quote.speaker.title || null },
      report: quote.report && reportOf(quote.report),
      date: quote.saidOn,
      original: quote.originalWords ? { words: quote.originalWords, language: quote.originalLanguage } : null,
      renderedBy: quote.renderedBy,
      translator: quote.translator || null,
      anchors: quote.places.map(anchorOf),
    })),
  }
}

/** By which the shape of the answer is known. */
const SCHEMA = 'sources.schema.json'

function anchorOf({ selector: { exact, prefix, suffix } }: ChainPlace) {
  return { type: 'TextQuoteSelector', exact, prefix, suffix }
}

function actorOf({ kind, key, name }: ChainActor) {
  return { kind, key, name }
}

function reportOf({ title, url, language, publishedOn, outlet, linkState, copy }: ChainReport) {
  return { title, url, language, publishedOn, outlet: actorOf(outlet), linkState, archivedAt: copy?.url ?? null }
}
