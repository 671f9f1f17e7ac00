import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { inFiles, type Place, type Places } from './places.ts'

/** Publications in databases of one server. */
export function onPostgres(server: string): Places {
  const files = inFiles()

  async function created(template: string): Promise<string> {
    const client = new Client(server)
    await client.connect()
    const name = `bench_${randomBytes(4).toString('hex')}`
    await client.query(`create database ${name} template ${template}`)
    await client.end()
    const url = new URL(server)
    url.pathname = `/${name}`
    return url.href
  }

  return {
    ...files,
    empty: async () => ({ folder: files.folder(), database: await created('template0') }),
    async copyOf(place: Place) {
      const { folder } = await files.copyOf(place)
      return { folder, database: await created(new URL(place.database!).pathname.slice(1)) }
    },
  }
}
