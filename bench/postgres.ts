import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { startPostgres } from '../test/postgres/server.ts'
import { articlePageOn } from './article-page.ts'
import { missOn } from './miss.ts'
import { postingOn } from './posting.ts'
import { type Figure, justSaid, type Run } from './question.ts'
import { serve } from './server.ts'

const NAME = 'PostgreSQL'

/** The same on PostgreSQL, beside; nothing is required of it. */
export async function postgres(run: Run): Promise<Figure[]> {
  const server = await startPostgres().catch((error: Error) => error)
  if (server instanceof Error) return [justSaid(NAME, `left out: ${server.message}`)]
  try {
    return await measured(run, await freshDatabase(server.url))
  } finally {
    await server.close()
  }
}

async function measured(run: Run, database: string): Promise<Figure[]> {
  const folder = run.stock.empty()
  await run.stock.fill(folder, database)
  const served = await serve({ folder, database })
  const [small, middle] = run.stock.natural
  return [
    await articlePageOn(run, NAME, served.port, middle),
    await missOn(run, NAME, served, small),
    await missOn(run, NAME, served, middle),
    ...(await postingOn(run, NAME, served, middle)),
  ]
}

async function freshDatabase(server: string): Promise<string> {
  const client = new Client(server)
  await client.connect()
  const name = `bench_${randomBytes(4).toString('hex')}`
  await client.query(`create database ${name} template template0`)
  await client.end()
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}
