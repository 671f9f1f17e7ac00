// `npm test`: everything there is to say about this checkout. With nouns, file names or globs it runs those tests alone.
import { randomInt } from 'node:crypto'
import { type PostgresServer, startPostgres } from '../support/postgres/server.ts'
import { clearTables, nameOfTables } from '../support/tables.ts'
import { APACHE } from './apache.ts'
import { APERTIUM } from './apertium.ts'
import { checks } from './checks.ts'
import { CHROMIUM } from './chromium.ts'
import { installed } from './debian.ts'
import { PGBOUNCER } from './pgbouncer.ts'
import { scratchInMemory } from './scratch.ts'
import { type Selection, selectionOf } from './selection.ts'
import { runTests, unsteadyOf } from './tests.ts'

const EVERYTHING = ['src/**/*.test.ts', 'client/**/*.test.ts', 'test/**/*.test.ts']
const BAD_USAGE = 2
const SLOWEST = 10

const say = (line: string) => process.stdout.write(`${line}\n`)

const { globs, databases, again } = selected()
process.env.TEST_DATABASES = databases
process.env.TEST_SEED ??= String(randomInt(2 ** 31))
process.env.TEST_TABLES = nameOfTables()

process.on('exit', scratchInMemory())

const wanted = databases === 'sqlite' ? [CHROMIUM, APACHE, APERTIUM] : [CHROMIUM, PGBOUNCER, APACHE, APERTIUM]
const remarks = wanted.flatMap((one) => installed(one) ?? [])
for (const remark of remarks) say(remark)
const outcomes = globs.length > 0 ? [] : await Promise.all(checks())
const postgres = databases === 'sqlite' || process.env.TEST_POSTGRES_URL ? undefined : await ownPostgres()
const tally = await runTests(globs.length > 0 ? globs : EVERYTHING)
const unsteady = again ? await unsteadyOf(tally) : []
await clearTables(process.env.TEST_TABLES, process.env.TEST_POSTGRES_URL)
await postgres?.close()

const failed = [
  ...outcomes.filter((outcome) => outcome.failed).map(({ name }) => name),
  ...(tally.failed ? ['tests'] : []),
]
say('')
for (const name of tally.leftOut) say(`left out: ${name}`)
for (const remark of remarks) say(remark)
for (const file of unsteady) say(`unsteady: ${file} failed beside others and passed by itself; it is to be mended.`)
if (tally.files.length > SLOWEST) {
  say(
    `slowest: ${tally.files
      .slice(0, SLOWEST)
      .map(({ file, seconds }) => `${file} ${seconds.toFixed(1)} s`)
      .join(', ')}`,
  )
}
say(`databases: ${databases}, TEST_SEED=${process.env.TEST_SEED}`)
for (const { name, failed } of outcomes) say(`${failed ? '✖' : '✔'} ${name}`)
say(`${tally.failed ? '✖' : '✔'} tests, ${tally.leftOut.length === 0 ? 'none' : tally.leftOut.length} left out`)
say(failed.length === 0 ? 'All is well.' : `Failed: ${failed.join(', ')}.`)
for (const line of tally.closing) say(line)
process.exit(failed.length === 0 ? 0 : 1)

function selected(): Selection {
  try {
    return selectionOf(process.argv.slice(2))
  } catch (error) {
    say((error as Error).message)
    return process.exit(BAD_USAGE)
  }
}

/** One server for the whole run; its tests find it in the environment. */
async function ownPostgres(): Promise<PostgresServer> {
  const server = await startPostgres()
  process.env.TEST_POSTGRES_URL = server.url
  return server
}
