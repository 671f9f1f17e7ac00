// `npm run lighthouse [-- --runs NUMBER]`: what Lighthouse says, as a phone, of three pages of a server at rest.
import { parseArgs } from 'node:util'
import { chromiumPath } from '../../test/support/browser/chromium.ts'
import { machine } from '../machine.ts'
import { inFiles } from '../places.ts'
import { parley } from '../processes.ts'
import type { Figure } from '../question.ts'
import { serve, settings } from '../server.ts'
import { settled } from '../stock.ts'
import { tableOf } from '../table.ts'
import { figuresOf } from './figures.ts'
import { install, VERSION } from './install.ts'
import { type Report, reportOn } from './report.ts'
import { shortfalls } from './shortfalls.ts'

const PAGES = {
  'front page': '/en/',
  'demo article': '/en/the-small-ferry-and-the-large-number',
  'article of 1,000 comments': '/en/generated-natural-1-1',
}

const { values } = parseArgs({ options: { runs: { type: 'string', default: '5' } } })
const runs = Number(values.runs)
if (!(runs >= 1)) fail(`--runs is ${JSON.stringify(values.runs)}; it must be a number from 1 on.`)
const chromium = chromiumPath() ?? fail('There is no Chromium: install it (Debian: apt install chromium).')

await install(say)
const places = inFiles()
const server = await serve({ ...(await filled()), demo: true })
const figures: Figure[] = []
for (const [page, path] of Object.entries(PAGES)) {
  const reports = await visited(page, new URL(path, `http://localhost:${server.port}`))
  figures.push(...figuresOf(page, reports))
  for (const line of shortfalls(reports)) say(`${page}: ${line}`)
}
await server.stop()
places.close()

process.stdout.write(`${tableOf(machine(), `Lighthouse ${VERSION} as a phone`, figures)}\n`)
process.exit(figures.every(({ reached }) => reached) ? 0 : 1)

/** A place with the demo and a generated discussion, both in the search index. */
async function filled() {
  const place = await places.empty()
  await (await serve({ ...place, demo: true })).stop()
  await parley(settings(place), 'generate', '--comments', '1000', '--shape', 'natural')
  await settled(place)
  return place
}

async function visited(page: string, address: URL): Promise<Report[]> {
  await (await fetch(address)).text()
  const reports: Report[] = []
  while (reports.length < runs) {
    reports.push(await reportOn(address.href, chromium))
    say(`${page}: ${reports.length} of ${runs}`)
  }
  return reports
}

function say(line: string) {
  process.stderr.write(`lighthouse: ${line}\n`)
}

function fail(sentence: string): never {
  say(sentence)
  process.exit(2)
}
