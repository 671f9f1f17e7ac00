import type { Chain, ChainActor, ChainClaim, ChainHop } from '../../src/domain/sources/index.ts'
import { sentencesIn } from '../../src/kit/sentences.ts'
import { drawingHtml } from '../../src/web/articles/chain/drawing.ts'

const STEPS = 4
const ROUNDS = 20

/** The milliseconds that the drawing of so many steps takes, round by round; each step is somebody else's. */
export function drawn(hops: number): number[] {
  const chain = chainOf(hops / STEPS)
  const context = { say: sentencesIn('en'), language: 'en' }
  return Array.from({ length: ROUNDS }, () => {
    const start = performance.now()
    String(drawingHtml(chain, context))
    return performance.now() - start
  })
}

function chainOf(count: number): Chain {
  return { claims: Array.from({ length: count }, (_, at) => claimAt(at + 1)), quotes: [] }
}

function claimAt(number: number): ChainClaim {
  const hops = Array.from({ length: STEPS }, (_, position) => hopAt(number * STEPS + position, position))
  return {
    id: number as ChainClaim['id'],
    key: String(number),
    number,
    places: [],
    kind: 'fact',
    status: number % 5 === 0 ? 'contested' : 'reported',
    statusAt: 0,
    gist: `Claim ${number}`,
    note: '',
    hops,
    relations: [],
  }
}

function hopAt(id: number, position: number): ChainHop {
  const actor: ChainActor = { kind: 'outlet', id, key: `outlet-${id}`, name: `The Courier of Harbour ${id}` }
  return {
    id: id as ChainHop['id'],
    position,
    actor,
    anonymity: 'named',
    descriptor: '',
    relation: 'published',
    report: null,
    language: null,
    saidOn: '2026-10-12',
    isSeen: true,
    isMarkedSeen: true,
    thanks: null,
  }
}
