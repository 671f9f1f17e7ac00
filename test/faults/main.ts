// `npm run faults [-- --only WORDS,…] [--database sqlite|postgres] [--quick] [--kills N]`: breaks a publication in every way
// there is, on both databases, and keeps in docs/reliability.md what came of it, unless it was the quick form.
import { cpus } from 'node:os'
import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { POSTGRES, SQLITE } from '../support/databases.ts'
import type { Seen } from './fault.ts'
import { FAULTS } from './faults.ts'
import { HEAD, keepInPage, keyOf, lineOf, type Row } from './table.ts'

/** Each of the ways in which something is killed, on each database. */
const KILLS = 200
const SECONDS = 60
const QUICK = { kills: 5, seconds: 6 }
const LOOK_MS = 1_000
const KINDS = { sqlite: SQLITE, postgres: POSTGRES }

const { values } = parseArgs({
  options: {
    only: { type: 'string' },
    database: { type: 'string' },
    quick: { type: 'boolean', default: false },
    kills: { type: 'string' },
  },
})
const only = values.only?.split(',') ?? ['']
const { kills, seconds } = values.quick ? QUICK : { kills: Number(values.kills ?? KILLS), seconds: SECONDS }
const isKept = !values.quick

const lines = FAULTS.flatMap((fault) =>
  Object.entries(KINDS).flatMap(([key, kind]) => (fault.on && fault.on !== kind.name ? [] : [{ fault, key, kind }])),
)
const asked = lines.filter(
  ({ fault: { name }, key }) => only.some((words) => name.includes(words)) && (values.database ?? key) === key,
)
const order = lines.map(({ fault, kind }) => keyOf({ what: fault.name, database: kind.name }))
const say = (line: string) => process.stdout.write(`${line}\n`)

if (asked.length === 0) {
  process.stderr.write(`faults: nothing is called so; there are\n${order.join('\n')}\n`)
  process.exit(2)
}

let failed = 0
for (const line of HEAD) say(line)
for (const { fault, kind } of asked) {
  const seen = `${new Date().toISOString().slice(0, 10)}, others used ${await othersUse()} % of the processors`
  const began = performance.now()
  const { done, wrong, control } = await fault.run({ open: kind.openEmpty, kills, seconds }).catch(brokenOff)
  if (wrong.length > 0 || !control.seen) failed++
  const row: Row = {
    what: fault.name,
    database: kind.name,
    done: `${done}; took ${Math.ceil((performance.now() - began) / 1_000)} s`,
    wrong: wrong.length === 0 ? 'nothing' : `**${wrong.join('; ').replaceAll('\n', ' ').replaceAll('|', '/')}**`,
    control: `${control.planted}: ${control.seen ? 'seen' : '**not seen**'}`,
    seen,
  }
  say(lineOf(row))
  if (isKept) keepInPage(row, order)
}
process.exit(failed === 0 ? 0 : 1)

/** A line that could not be brought to its end says why, and the others are gone through all the same. */
function brokenOff(error: unknown): Seen {
  const why = error instanceof Error ? error.message : String(error)
  return { done: 'broken off', wrong: [why], control: { planted: 'nothing', seen: false } }
}

/** How much of the machine is used while this process only looks. */
async function othersUse(): Promise<number> {
  const before = timesNow()
  await setTimeout(LOOK_MS)
  const after = timesNow()
  const [all, idle] = [after.all - before.all, after.idle - before.idle]
  return Math.round(100 * (1 - idle / all))
}

function timesNow() {
  const times = cpus().map(({ times }) => times)
  const sum = (values: number[]) => values.reduce((left, right) => left + right, 0)
  return { all: sum(times.flatMap((one) => Object.values(one))), idle: sum(times.map(({ idle }) => idle)) }
}
