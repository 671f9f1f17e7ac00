import { startPostgres } from '../test/support/postgres/server.ts'
import { articlePage } from './article-page.ts'
import { importing } from './import.ts'
import { live } from './live.ts'
import { memory } from './memory.ts'
import { miss } from './miss.ts'
import { paging } from './paging.ts'
import { onPostgres } from './postgres-places.ts'
import { posting } from './posting.ts'
import { type Figure, justSaid, type Question, type Run } from './question.ts'
import { createStock } from './stock.ts'
import { whilePosting } from './while-posting.ts'

const NAME = 'PostgreSQL'

/** What its database may make slower. */
const QUESTIONS: readonly Question[] = [articlePage, miss, whilePosting, posting, paging, live, memory, importing]
const SECONDS = 3

/** The same questions on PostgreSQL, in short and with fewer comments; nothing is required of it. */
export async function postgres(run: Run): Promise<Figure[]> {
  const server = await startPostgres().catch((error: Error) => error)
  if (server instanceof Error) return [justSaid(NAME, `left out: ${server.message}`)]
  try {
    return await measured(run, server.url)
  } finally {
    await server.close()
  }
}

async function measured({ quick, seconds, say }: Run, url: string): Promise<Figure[]> {
  const stock = quick
    ? await createStock(onPostgres(url), [500, 1_000, 2_000], 1_000, { isIndexed: false, say })
    : await createStock(onPostgres(url), [1_000, 10_000, 100_000], 100_000, { isIndexed: true, say })
  const figures: Figure[] = []
  for (const ask of QUESTIONS)
    figures.push(...(await ask({ quick: true, seconds: Math.min(seconds, SECONDS), stock, say })))
  stock.close()
  return figures.map((figure) => ({ ...figure, what: `${NAME}: ${figure.what}`, required: '', reached: null }))
}
