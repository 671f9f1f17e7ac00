import { readFileSync } from 'node:fs'
import path from 'node:path'
import { Client } from 'pg'

/** Ends a durable PostgreSQL as a crash would; settles when it answers again. */
export async function crashPostgres(url: string): Promise<void> {
  const client = await connected(url)
  const { rows } = await client.query('show data_directory')
  const [pid] = readFileSync(path.join(rows[0].data_directory, 'postmaster.pid'), 'utf8').split('\n')
  const ended = new Promise((resolve) => client.once('end', resolve))
  process.kill(Number(pid), 'SIGKILL')
  await ended
  for (;;) {
    const again = await connected(url).catch(() => undefined)
    if (again) return again.end()
  }
}

async function connected(url: string): Promise<Client> {
  const client = new Client(url)
  client.on('error', () => {})
  await client.connect()
  return client
}
