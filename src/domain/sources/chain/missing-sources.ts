import { type ClaimRelationType, PUT_RIGHT } from '../claims/claim.ts'
import type { Chain, ChainClaim, ChainQuote } from './chain.ts'

/** Something that readers of a text would ask of its sources, and where. */
export interface MissingSource {
  about:
    | 'claim-unsourced'
    | 'quote-without-speaker'
    | 'hop-without-date'
    | 'report-unopened'
    | 'beside-put-right'
    | 'mark-orphaned'
    | 'mark-gone'
  /** Which claim or quote. */
  kind: 'claim' | 'quote'
  id: number
  key: string
  /** Its words, its step or its report. */
  name: string
  /** In the body, from 1. */
  line?: number
}

/** What an edition's claims and quotes still lack, in the order in which they are read. */
export function missingSources({ claims, quotes }: Chain, body: string): MissingSource[] {
  const all = [
    ...claims.map((claim) => [claim, ofClaim(claim)] as const),
    ...quotes.map((quote) => [quote, ofQuote(quote)] as const),
  ]
  const placed = all.filter(([{ places }]) => places.length > 0)
  return placed
    .sort(([a], [b]) => a.places[0]!.position - b.places[0]!.position)
    .flatMap(([{ id, key, places }, lacks]) => {
      const kind = claims.some((claim) => claim.id === id && claim.places === places) ? 'claim' : 'quote'
      const at = { kind, id, key, ...lineOf(body, kind, key) } as const
      const lost = places.filter(({ state }) => state !== 'marked')
      return [
        ...lacks.map((one) => ({ ...at, ...one })),
        ...lost.map(({ state, selector }) => ({
          ...at,
          about: state === 'orphaned' ? ('mark-orphaned' as const) : ('mark-gone' as const),
          name: selector.exact,
        })),
      ]
    })
}

type Lacking = Pick<MissingSource, 'about' | 'name'>

function ofClaim(claim: ChainClaim): Lacking[] {
  if (claim.number === 0) return []
  const { gist, hops } = claim
  const lacks: Lacking[] = hops.length === 0 ? [{ about: 'claim-unsourced', name: gist }] : lacksOfSteps(hops)
  return [...lacks, ...shaken(claim)]
}

function lacksOfSteps(hops: ChainClaim['hops']): Lacking[] {
  return hops.flatMap(({ saidOn, report, actor, descriptor, isSeen }): Lacking[] => {
    const name = report?.title ?? actor?.name ?? descriptor
    return [
      ...(saidOn === null && !report?.publishedOn ? [{ about: 'hop-without-date' as const, name }] : []),
      ...(report && !isSeen && !report.isOpened ? [{ about: 'report-unopened' as const, name: report.title }] : []),
    ]
  })
}

/** Claims with which it stands or falls that were put right since, while it is told as before. */
function shaken({ status, relations }: ChainClaim): Lacking[] {
  if (PUT_RIGHT.includes(status)) return []
  const fallen = relations.filter((one) => STANDING_WITH.includes(one.type) && PUT_RIGHT.includes(one.status))
  return fallen.map(({ gist }) => ({ about: 'beside-put-right', name: gist }))
}

const STANDING_WITH: readonly ClaimRelationType[] = ['supports', 'repeats', 'same-root']

function ofQuote({ speaker, words, number }: ChainQuote): Lacking[] {
  return number > 0 && !speaker ? [{ about: 'quote-without-speaker', name: words }] : []
}

function lineOf(body: string, kind: 'claim' | 'quote', key: string): { line?: number } {
  const at = body.indexOf(`{${kind} ${key}}`)
  return at < 0 ? {} : { line: body.slice(0, at).split('\n').length }
}
