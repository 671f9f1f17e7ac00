import assert from 'node:assert/strict'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { SQLITE } from './databases.ts'
import { parley } from './process.ts'
import { openSite, type Site } from './site.ts'

/** A site in SQLite that can be put back to how it stood, by the real program. */
export interface Restorable extends AsyncDisposable {
  site: Site
  backUp(): Promise<void>
  /** Stops the server, restores the backup, and serves again at the same address. */
  restore(): Promise<void>
}

export async function openRestorable(): Promise<Restorable> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-restored-'))
  const database = await SQLITE.open()
  const site = await openSite(database.url)
  const file = path.join(folder, 'backup.sqlite')
  const run = async (...words: string[]) => {
    const { code, printed } = await parley({ PARLEY_DATA: folder, PARLEY_DATABASE: database.url }, ...words)
    assert.equal(code, 0, printed)
  }
  return {
    site,
    backUp: () => run('backup', file),
    restore: () => site.restart(() => run('restore', file, '--force')),
    async [Symbol.asyncDispose]() {
      await site[Symbol.asyncDispose]()
      await database.close()
      await rm(folder, { recursive: true })
    },
  }
}
