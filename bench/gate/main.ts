// `npm run gate [-- --quiet] [--passed] [--docs] [--only ru,de]`: what the gate finds in professional translations, each
// flagged segment with both facts, and which planted faults it catches; `--docs` writes the tables into docs/gate.md.
import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { TARGETS, type Target } from './corpus.ts'
import { isFlagged, type Judged, judged } from './measure.ts'
import { plantedIn } from './planting.ts'
import { report } from './report.ts'
import { curve, faultTable, flaggedTable } from './tables.ts'

const SEED = 20_261_130
const PAGE = path.resolve(import.meta.dirname, '../../docs/gate.md')
const FIGURES = '## Figures'

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    passed: { type: 'boolean', default: false },
    quiet: { type: 'boolean', default: false },
    docs: { type: 'boolean', default: false },
  },
})
const { only, passed, quiet, docs } = values
const targets = only ? TARGETS.filter((target) => only.split(',').includes(target)) : TARGETS
const segments = new Map<Target, Judged[]>(targets.map((target) => [target, judged(target)]))

if (!quiet)
  for (const [target, all] of segments) for (const segment of all.filter(isFlagged)) say(`${report(target, segment)}\n`)

const caught = plantedIn(segments, SEED)
if (passed) for (const { passed } of caught.values()) for (const fault of passed) say(fault)
const tables = [flaggedTable(segments), faultTable(caught), curve(segments, SEED)].join('\n\n')
say(tables)
if (docs) writeFileSync(PAGE, `${readFileSync(PAGE, 'utf8').split(FIGURES)[0]}${FIGURES}\n\n${tables}\n`)

function say(text: string): void {
  process.stdout.write(`${text}\n`)
}
