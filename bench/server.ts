import { databaseOf, type Place } from './places.ts'
import { clean, freePort, type Running, running } from './processes.ts'

export interface Settings extends Place {
  /** A library that stands between the server and the system. */
  preload?: string | undefined
  /** Whether the demo fills an empty publication. */
  demo?: boolean
  /** One that is free, where nothing is said. */
  port?: number
}

export const SECRET = 'a secret of the bench, long enough for any purpose'

/** A Parley of the bench's own, started as its operator does. */
export interface Served extends Running {
  origin: string
  folder: string
  database: string
}

export async function serve({ preload, demo = false, port: given, ...place }: Settings): Promise<Served> {
  const port = given ?? (await freePort())
  const env = {
    ...clean(),
    ...settings(place),
    PARLEY_PORT: String(port),
    PARLEY_DEMO: demo ? 'on' : 'off',
    ...(preload && { LD_PRELOAD: preload }),
  }
  const server = await running(port, process.execPath, ['bin/parley.js', 'serve'], { env })
  return {
    ...server,
    folder: place.folder,
    origin: `http://127.0.0.1:${port}`,
    database: databaseOf(place),
  }
}

export function settings({ folder, database }: Place): Record<string, string> {
  return {
    PARLEY_DATA: folder,
    PARLEY_SECRET: SECRET,
    PARLEY_DEMO: 'off',
    ...(database && { PARLEY_DATABASE: database }),
  }
}
