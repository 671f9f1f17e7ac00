import type { Anonymity } from '../claims/hop.ts'
import type { Chain, ChainClaim } from './chain.ts'

/** On what an article rests, counted. */
export interface Facts {
  claims: number
  /** Outlets through which it came. */
  outlets: number
  /** Where all of it began, each once. */
  roots: number
  /** How many of those nobody names. */
  unnamed: number
  /** Claims that somebody disputes. */
  contested: number
  /** Claims of which nobody says where they come from. */
  unsourced: number
}

/** What a root is known by; claims with one root have the same. */
export type RootName = string

export function factsOf({ claims, quotes }: Chain): Facts {
  const hops = claims.flatMap((claim) => claim.hops)
  const actors = hops.flatMap(({ actor, report }) => [actor, report?.outlet])
  const outlets = [...actors, ...quotes.map(({ report }) => report?.outlet)].filter((one) => one?.kind === 'outlet')
  const roots = Map.groupBy(claims.filter(isSourced), rootsOf(claims))
  return {
    claims: claims.length,
    outlets: new Set(outlets.map((one) => one!.id)).size,
    roots: roots.size,
    unnamed: [...roots.values()].filter((own) => own.every(({ hops: [root] }) => isUnnamed(root!.anonymity))).length,
    contested: claims.filter(isContested).length,
    unsourced: claims.filter((claim) => !isSourced(claim)).length,
  }
}

/** Says of each sourced claim where it began: claims with the same first speaker, document or nameless source have one root, and so have those of which that is said. */
export function rootsOf(claims: readonly ChainClaim[]): (claim: ChainClaim) => RootName {
  const leader = new Map<RootName, RootName>()
  const led = (name: RootName): RootName => {
    const next = leader.get(name)
    return next === undefined ? name : led(next)
  }
  const byId = new Map(claims.map((claim) => [claim.id, claim]))
  for (const claim of claims) {
    for (const { type, claimId } of claim.relations) {
      const other = type === 'same-root' ? byId.get(claimId) : undefined
      if (!other) continue
      const [one, two] = [led(rootName(claim)), led(rootName(other))].sort() as [RootName, RootName]
      if (one !== two) leader.set(two, one)
    }
  }
  return (claim) => led(rootName(claim))
}

/** @NOTE what nobody names cannot be told apart: the same words for it in one report are taken for one. */
function rootName({ id, hops }: ChainClaim): RootName {
  const [root, next] = hops
  if (!root) return `claim ${id}`
  if (root.actor) return `${root.actor.kind} ${root.actor.id}`
  const report = root.report ?? next?.report
  if (root.anonymity === 'document' && report) return `document ${report.id}`
  const through = report ? `document ${report.id}` : next?.actor && `${next.actor.kind} ${next.actor.id}`
  return root.descriptor && through ? `unnamed ${root.descriptor} in ${through}` : `claim ${id}`
}

export function isSourced({ hops }: ChainClaim): boolean {
  return hops.length > 0
}

export function isUnnamed(anonymity: Anonymity): boolean {
  return anonymity === 'unnamed' || anonymity === 'unknown'
}

/** Whether somebody disputes it, by its status or by what another claim says. */
export function isContested({ status, relations }: ChainClaim): boolean {
  return status === 'contested' || relations.some(({ type, isBy }) => type === 'contests' && isBy)
}
