import { startPostgres } from '../test/support/postgres/server.ts'
import { articlePage } from './article-page.ts'
import { articles } from './articles.ts'
import { erasure } from './erasure.ts'
import { importingOnPostgres } from './import.ts'
import { liveOnTwo } from './live.ts'
import { memory } from './memory.ts'
import { moderation } from './moderation.ts'
import { ownCopy } from './own-copy.ts'
import { paging } from './paging.ts'
import { postgresMiss } from './postgres-miss.ts'
import { onPostgres } from './postgres-places.ts'
import { postgresPosting } from './postgres-posting.ts'
import { publishing } from './publishing.ts'
import { type Figure, justSaid, type Run } from './question.ts'
import { signingIn } from './signing-in.ts'
import { sources } from './sources.ts'
import { createStock, type Stock } from './stock.ts'
import { twoProcesses } from './two-processes.ts'
import { whilePosting } from './while-posting.ts'

const NAME = 'PostgreSQL'

type Question = (run: Run, sqlite: Stock) => Promise<Figure[]>

/** What its database may make slower, or must make possible. */
const QUESTIONS: Record<string, Question> = {
  posting: postgresPosting,
  miss: postgresMiss,
  paging,
  'article-page': articlePage,
  'while-posting': whilePosting,
  'two-processes': twoProcesses,
  live: liveOnTwo,
  import: importingOnPostgres,
  memory,
  'own-copy': ownCopy,
  erasure,
  moderation,
  'signing-in': signingIn,
  sources,
  articles,
  publishing,
}

/** What is told and required of SQLite alone. */
const JUST_SAID = /cached: p99$|memory/

/** The same questions on a PostgreSQL that flushes what it commits, beside SQLite in the same run. */
export async function postgres(run: Run): Promise<Figure[]> {
  const server = await startPostgres({ durable: true }).catch((error: Error) => error)
  if (server instanceof Error) return [justSaid(NAME, `left out: ${server.message}`)]
  try {
    return await measured(run, server.url)
  } finally {
    await server.close()
  }
}

async function measured({ stock: sqlite, ...run }: Run, url: string): Promise<Figure[]> {
  const whole = sqlite.star.comments
  const stock = await createStock(onPostgres(url), sqlite.sizes, whole, { isIndexed: !run.quick, say: run.say })
  const figures: Figure[] = []
  for (const [name, ask] of Object.entries(QUESTIONS)) {
    if (run.only && !run.only.includes(name)) continue
    run.say(`${NAME}: ${name}`)
    figures.push(...(await ask({ ...run, stock }, sqlite)))
  }
  stock.close()
  return figures.map(named)
}

function named(figure: Figure): Figure {
  const what = `${NAME}: ${figure.what}`
  return JUST_SAID.test(what) ? { ...figure, what, required: '', reached: null } : { ...figure, what }
}
