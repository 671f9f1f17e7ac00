import { type Chain, type ChainClaim, type ChainHop, isContested, isUnnamed } from '../../../domain/sources/early.ts'
import type { Say } from '../../../kit/sentences.ts'
import { whoWords } from './steps.ts'

/** Somebody or something through whom claims came, on a line of its own. */
export interface DrawnNode {
  name: string
  kind: 'root' | 'unnamed' | 'through' | 'review'
}

/** Claims that came from one to another, by their numbers in the list of nodes. */
export interface DrawnLink {
  from: number
  to: number
  claims: number
  isContested: boolean
}

export interface DrawnChain {
  nodes: readonly DrawnNode[]
  links: readonly DrawnLink[]
}

/** The chains of all claims as one: who stands in several of them stands there once. Roots come first, this review last. */
export function drawnChain(claims: Chain['claims'], say: Say): DrawnChain {
  const found = new Map<string, { node: DrawnNode; level: number; order: number }>()
  const links = new Map<string, { from: string; to: string; claims: number; isContested: boolean }>()
  for (const claim of claims.filter(({ hops }) => hops.length > 0)) {
    const names = claim.hops.map((hop, position) => {
      const name = nodeName(claim, hop, position)
      const known = found.get(name)
      const node: DrawnNode = known?.node ?? { name: whoWords(hop, say), kind: 'through' }
      if (position === 0) node.kind = node.kind === 'root' || !isNameless(hop) ? 'root' : 'unnamed'
      found.set(name, { node, level: Math.max(known?.level ?? 0, position), order: known?.order ?? found.size })
      return name
    })
    const path = [...names, REVIEW]
    for (const [index, from] of path.slice(0, -1).entries()) link(from, path[index + 1]!, claim)
  }
  const placed = [...found].sort(([, a], [, b]) => a.level - b.level || a.order - b.order)
  const at = new Map([...placed.map(([name]) => name), REVIEW].map((name, index) => [name, index]))
  return {
    nodes: [...placed.map(([, { node }]) => node), { name: say('chain.this-review'), kind: 'review' }],
    links: [...links.values()].map(({ from, to, ...one }) => ({ ...one, from: at.get(from)!, to: at.get(to)! })),
  }

  function link(from: string, to: string, claim: ChainClaim) {
    if (from === to) return
    const known = links.get(`${from}\n${to}`) ?? { from, to, claims: 0, isContested: false }
    known.claims++
    known.isContested ||= isContested(claim)
    links.set(`${from}\n${to}`, known)
  }
}

const REVIEW = 'review'

function isNameless({ anonymity, actor }: ChainHop): boolean {
  return !actor && isUnnamed(anonymity)
}

/** @NOTE nameless ones are the same only in one report. */
function nodeName(claim: ChainClaim, { actor, report, descriptor, anonymity }: ChainHop, position: number): string {
  if (actor) return `${actor.kind} ${actor.id}`
  const through = report ?? claim.hops[position + 1]?.report
  if (anonymity === 'document' && through) return `document ${through.id}`
  return descriptor && through ? `${descriptor} in ${through.id}` : `${position} of ${claim.id}`
}
