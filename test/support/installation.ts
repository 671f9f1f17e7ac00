import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { buildParley, type Parley } from '../../src/parley.ts'
import { openDatabase } from '../../src/store/index.ts'
import { freePort, type Serving, serving } from './process.ts'
import { layTables } from './tables.ts'

const SECRET = 'a secret of the tests, long enough for any purpose'

/** A database that real processes serve, and a Parley on it in this process, which serves nothing. */
export interface Installation extends AsyncDisposable {
  parley: Parley
  /** The address of every server that is started at the usual port. */
  url: string
  databaseUrl: string
  /** Starts a server, at the usual port or a free one. */
  serve(where?: 'usual' | 'free'): Promise<Serving>
}

/** Makes one in PostgreSQL, or in a folder where no address is given. */
export async function install(address?: string): Promise<Installation> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-installation-'))
  const port = await freePort()
  const url = `http://127.0.0.1:${port}`
  const databaseUrl = address ?? path.join(folder, 'parley.sqlite')
  await layTables(databaseUrl)
  const database = await openDatabase(databaseUrl)
  const [mediaFolder, mailFolder] = ['media', 'mail'].map((name) => path.join(folder, name)) as [string, string]
  const parley = await buildParley(database, { origin: url, secret: SECRET, mediaFolder, mailFolder })
  const environment = {
    PARLEY_DATA: folder,
    PARLEY_SECRET: SECRET,
    PARLEY_DEMO: 'off',
    ...(address && { PARLEY_DATABASE: address }),
  }
  return {
    parley,
    url,
    databaseUrl,
    serve: (where = 'usual') => serving({ ...environment, ...(where === 'usual' && { PARLEY_PORT: String(port) }) }),
    async [Symbol.asyncDispose]() {
      await parley.close()
      await rm(folder, { recursive: true, force: true })
    },
  }
}
