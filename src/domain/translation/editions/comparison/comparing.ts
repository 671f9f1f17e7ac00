import { type Finding, type Gate, isMiss } from '../../gate/index.ts'
import type { Examine } from './found.ts'
import type { Compare, Miss } from './miss.ts'
import type { NamesBetween } from './names-between.ts'

/** Asks the gate of paragraphs beside their originals, with what the glossary says of both languages, and leaves out what it finds in order. */
export function examining(gate: Pick<Gate, 'ask'>, namesBetween: NamesBetween): Examine {
  return async (pairs, { from, to, speakers = [] }) => {
    if (pairs.length === 0) return []
    const examined = await gate.ask('examine', await namesBetween(from, to), pairs, speakers)
    return examined.map(({ findings, named, unsettled }) => ({
      misses: findings.filter(isMiss).map(missOf),
      named,
      unsettled,
    }))
  }
}

/** The same of texts that are none of an edition, and whose names need nobody to settle them. */
export function comparing(examine: Examine): Compare {
  return async (pairs) => {
    const [first] = pairs
    return first ? (await examine(pairs, first)).map(({ misses }) => misses) : []
  }
}

function missOf({ kind, outcome, original, edition }: Finding): Miss {
  return { kind, outcome, original: original?.text ?? null, edition: edition?.text ?? null }
}
