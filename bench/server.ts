import path from 'node:path'
import { clean, freePort, type Running, running } from './processes.ts'

export interface Settings {
  folder: string
  /** postgres://…, or else the file in the folder. */
  database?: string | undefined
  /** A library that stands between the server and the system. */
  preload?: string | undefined
}

export const SECRET = 'a secret of the bench, long enough for any purpose'

/** A Parley of the bench's own, started as its operator does. */
export interface Served extends Running {
  origin: string
  folder: string
  database: string
}

export async function serve({ folder, database, preload }: Settings): Promise<Served> {
  const port = await freePort()
  const env = {
    ...clean(),
    ...settings(folder, database),
    PARLEY_PORT: String(port),
    ...(preload && { LD_PRELOAD: preload }),
  }
  const server = await running(port, process.execPath, ['bin/parley.js', 'serve'], { env })
  return {
    ...server,
    folder,
    origin: `http://127.0.0.1:${port}`,
    database: database ?? path.join(folder, 'parley.sqlite'),
  }
}

export function settings(folder: string, database?: string): Record<string, string> {
  return {
    PARLEY_DATA: folder,
    PARLEY_SECRET: SECRET,
    PARLEY_DEMO: 'off',
    ...(database && { PARLEY_DATABASE: database }),
  }
}
