// `npm test`: everything there is to say about this checkout. With file names or globs it runs those tests alone.
import { type PostgresServer, startPostgres } from '../support/postgres/server.ts'
import { checks } from './checks.ts'
import { installChromium } from './chromium.ts'
import { runTests } from './tests.ts'

const EVERYTHING = ['src/**/*.test.ts', 'client/**/*.test.ts', 'test/**/*.test.ts']

const globs = process.argv.slice(2)
const say = (line: string) => process.stdout.write(`${line}\n`)

const remark = installChromium()
if (remark) say(remark)
const outcomes = globs.length > 0 ? [] : await Promise.all(checks())
const postgres = process.env.TEST_POSTGRES_URL ? undefined : await ownPostgres()
const tally = await runTests(globs.length > 0 ? globs : EVERYTHING)
await postgres?.close()

const failed = [
  ...outcomes.filter((outcome) => outcome.failed).map(({ name }) => name),
  ...(tally.failed ? ['tests'] : []),
]
say('')
for (const name of tally.leftOut) say(`left out: ${name}`)
if (remark) say(remark)
for (const { name, failed } of outcomes) say(`${failed ? '✖' : '✔'} ${name}`)
say(`${tally.failed ? '✖' : '✔'} tests, ${tally.leftOut.length === 0 ? 'none' : tally.leftOut.length} left out`)
say(failed.length === 0 ? 'All is well.' : `Failed: ${failed.join(', ')}.`)
for (const line of tally.closing) say(line)
process.exit(failed.length === 0 ? 0 : 1)

/** One server for the whole run; its tests find it in the environment. */
async function ownPostgres(): Promise<PostgresServer> {
  const server = await startPostgres()
  process.env.TEST_POSTGRES_URL = server.url
  return server
}
