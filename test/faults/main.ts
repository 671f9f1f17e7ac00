// `npm run faults`: breaks a publication in every way there is, on both databases, and writes a table of what came of it. With
// words it does only what their names hold; `--kills 5` kills less often, and `--short` but twice.
import { parseArgs } from 'node:util'
import { POSTGRES, SQLITE } from '../support/databases.ts'
import { FAULTS } from './faults.ts'

const words = process.argv.slice(2).filter((word) => !word.startsWith('--') && !/^\d+$/.test(word))
const isShort = process.argv.includes('--short')
/** Four ways, three of them on each database: 203 in all. */
const { kills: asked } = parseArgs({ strict: false, options: { kills: { type: 'string' } } }).values
const [KILLS, SECONDS] = [Number(asked ?? (isShort ? 2 : 29)), isShort ? 5 : 60]
const say = (line: string) => process.stdout.write(`${line}\n`)

let failed = 0
say('| what | database | what was done | what was lost or wrong | control |')
say('| --- | --- | --- | --- | --- |')
for (const fault of FAULTS.filter(({ name }) => words.every((word) => name.includes(word)))) {
  for (const { name, open } of [SQLITE, POSTGRES]) {
    if (fault.on && fault.on !== name) continue
    const { done, wrong, control } = await fault.run({ open, kills: fault.kills ?? KILLS, seconds: SECONDS })
    if (wrong.length > 0 || !control.seen) failed++
    const found = wrong.length === 0 ? 'nothing' : `**${wrong.join('; ').replaceAll('\n', ' ')}**`
    say(
      `| ${fault.name} | ${name} | ${done} | ${found} | ${control.planted}: ${control.seen ? 'seen' : '**not seen**'} |`,
    )
  }
}
process.exit(failed === 0 ? 0 : 1)
