// `npm run gate [-- --passed] [--only ru,de]`: what the gate finds in professional translations, each segment with both facts, and which planted faults it catches.
import { parseArgs } from 'node:util'
import { TARGETS, type Target } from './corpus.ts'
import { isFlagged, type Judged, judged } from './measure.ts'
import { plantedIn } from './planting.ts'
import { report } from './report.ts'

const SEED = 20_261_130

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    passed: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
  },
})
const targets = values.only ? TARGETS.filter((target) => values.only!.split(',').includes(target)) : TARGETS
const segments = new Map<Target, Judged[]>(targets.map((target) => [target, judged(target)]))

if (!values.quiet)
  for (const [target, all] of segments)
    for (const segment of all.filter(isFlagged)) process.stdout.write(`${report(target, segment)}\n\n`)

process.stdout.write('| English to | segments with digits | flagged | converted |\n| --- | --- | --- | --- |\n')
for (const [target, all] of segments) {
  const flagged = all.filter(isFlagged).length
  const converted = all.flatMap(({ findings }) => findings).filter(({ outcome }) => outcome === 'converted').length
  process.stdout.write(`| ${target} | ${all.length} | ${flagged} (${percent(flagged / all.length)}) | ${converted} |\n`)
}
process.stdout.write('\n| fault planted | planted | caught |\n| --- | --- | --- |\n')
for (const [name, { planted, caught, passed }] of plantedIn(segments, SEED)) {
  process.stdout.write(`| ${name} | ${planted} | ${percent(caught / planted)} |\n`)
  if (values.passed) process.stdout.write(passed.map((line) => `  ${line}\n`).join(''))
}

function percent(share: number): string {
  return `${(share * 100).toFixed(2)} %`
}
