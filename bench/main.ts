// `npm run bench [-- --quick] [--json FILE] [--only NAME,…]`: how fast Parley is on this machine, against what is bare.
import { writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { articlePage } from './article-page.ts'
import { articles } from './articles.ts'
import { editionsGate } from './editions-gate.ts'
import { eightEditions } from './eight-editions.ts'
import { erasure } from './erasure.ts'
import { firstView } from './first-view.ts'
import { importing } from './import.ts'
import { live } from './live.ts'
import { loader } from './load.ts'
import { longArticle } from './long-article.ts'
import { machine } from './machine.ts'
import { memory } from './memory.ts'
import { miss } from './miss.ts'
import { moderation } from './moderation.ts'
import { ownCopy } from './own-copy.ts'
import { paging } from './paging.ts'
import { inFiles } from './places.ts'
import { postgres } from './postgres.ts'
import { posting } from './posting.ts'
import { postingFew } from './posting-few.ts'
import { publishing } from './publishing.ts'
import type { Figure, Question, Run } from './question.ts'
import { revalidation } from './revalidation.ts'
import { signingIn } from './signing-in.ts'
import { slowDisk } from './slow-disk.ts'
import { sources } from './sources.ts'
import { start } from './start.ts'
import { createStock, type Stock } from './stock.ts'
import { tableOf } from './table.ts'
import { whilePosting } from './while-posting.ts'

const QUESTIONS: Record<string, Question> = {
  'article-page': articlePage,
  miss,
  'while-posting': whilePosting,
  revalidation,
  posting,
  'posting-few': postingFew,
  'slow-disk': slowDisk,
  paging,
  live,
  'first-view': firstView,
  memory,
  'own-copy': ownCopy,
  erasure,
  moderation,
  'signing-in': signingIn,
  import: importing,
  'editions-gate': editionsGate,
  'eight-editions': eightEditions,
  sources,
  articles,
  'long-article': longArticle,
  publishing,
  start,
  postgres,
}

const POSTGRES = 'postgres'
const LARGEST = 1_000_000
/** These bring all that they ask about. */
const WITHOUT_DISCUSSIONS = ['articles', 'long-article', 'editions-gate', 'start']

const { values } = parseArgs({
  options: { quick: { type: 'boolean', default: false }, json: { type: 'string' }, only: { type: 'string' } },
})
const { quick, json } = values
const only = values.only?.split(',')
/** `postgres/miss` asks one of those on PostgreSQL. */
const onPostgres = only?.flatMap((name) => (name.startsWith(`${POSTGRES}/`) ? name.slice(POSTGRES.length + 1) : []))
const asked = only
  ? [...new Set(only.map((name) => name.split('/')[0]!))]
  : Object.keys(QUESTIONS).filter((name) => !quick || name !== 'postgres')
const unknown = asked.filter((name) => !QUESTIONS[name])
if (unknown.length > 0)
  fail(`There is no question ${unknown.join(', ')}; there are ${Object.keys(QUESTIONS).join(', ')}.`)

const say = (line: string) => void process.stderr.write(`bench: ${line}\n`)
const [sizes, whole] = sizesOf([
  ...asked.filter((name) => name !== POSTGRES || !onPostgres?.length),
  ...(onPostgres ?? []),
])
const stock = await createStock(inFiles(), sizes, whole, { isIndexed: whole === LARGEST, say })
const run: Run = { quick, only: onPostgres?.length ? onPostgres : undefined, stock, seconds: quick ? 1 : 8, say }
const figures: Figure[] = []
for (const name of asked) {
  const began = performance.now()
  figures.push(...(await QUESTIONS[name]!(run).catch((error) => unanswered(name, error))))
  say(`${name} took ${((performance.now() - began) / 1_000).toFixed(1)} s`)
}
stock.close()

const on = machine()
process.stdout.write(`${tableOf(on, loader, figures)}\n`)
if (json) writeFileSync(json, `${JSON.stringify({ machine: on, loader, quick, figures }, null, 2)}\n`)
process.exit(0)

/** The comments of the natural discussions, and those of the star and the chain. */
function sizesOf(names: readonly string[]): [Stock['sizes'], number] {
  if (names.every((name) => WITHOUT_DISCUSSIONS.includes(name))) return [[10, 20, 30], 10]
  if (quick) return [[1_000, 10_000, 100_000], 10_000]
  return [[1_000, 100_000, LARGEST], LARGEST]
}

/** A question that could not be answered says so in the table, and the others are asked all the same. */
function unanswered(name: string, error: unknown): Figure[] {
  say(`${name} failed: ${error instanceof Error ? error.stack : error}`)
  return [{ what: name, measured: 'failed, see above', beside: '', ratio: null, required: '', reached: false }]
}

function fail(sentence: string): never {
  process.stderr.write(`bench: ${sentence}\n`)
  process.exit(2)
}
