import { isMiss } from '../../src/domain/translation/gate/index.ts'
import { TARGETS, type Target } from './corpus.ts'
import { FAULTS, type FaultName } from './faults.ts'
import { LEVELS } from './levels.ts'
import type { Judged } from './measure.ts'
import { type Caught, plantedIn } from './planting.ts'

type Segments = ReadonlyMap<Target, readonly Judged[]>

/** How many segments are flagged, by language, and how many of the conversions among them come out. */
export function flaggedTable(segments: Segments): string {
  const rows = [...segments].map(([target, all]) => {
    const flagged = all.filter(({ findings }) => findings.some(isMiss)).length
    const converted = all.flatMap(({ findings }) => findings).filter((finding) => !isMiss(finding)).length
    return `| ${target} | ${all.length} | ${flagged} | ${percent(flagged / all.length)} | ${converted} |`
  })
  return [
    '| English to | segments with digits | flagged | share | conversions accepted |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** Which planted faults are caught. */
export function faultTable(caught: ReadonlyMap<FaultName, Caught>): string {
  const rows = [...caught].map(
    ([name, { planted, caught }]) => `| ${name} | ${planted} | ${percent(caught / planted)} |`,
  )
  return ['| fault planted | planted | caught |', '| --- | --- | --- |', ...rows].join('\n')
}

/** For each way to compare, what it flags and what it catches. */
export function curve(segments: Segments, seed: number): string {
  const names = Object.keys(FAULTS) as FaultName[]
  const targets = TARGETS.filter((target) => segments.has(target))
  const rows = Object.entries(LEVELS).map(([level, flags]) => {
    const shares = targets.map((target) => {
      const all = segments.get(target)!
      return percent(all.filter(({ original, edition }) => flags(original, edition, target)).length / all.length)
    })
    const caught = plantedIn(segments, seed, flags)
    return `| ${level} | ${[...shares, ...names.map((name) => percent(caught.get(name)!.caught / caught.get(name)!.planted))].join(' | ')} |`
  })
  const head = ['compared', ...targets, ...names]
  return [`| ${head.join(' | ')} |`, `|${' --- |'.repeat(head.length)}`, ...rows].join('\n')
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}
