import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { openDatabase, type StatementWatch, Store } from '../../src/store/index.ts'
import { DATABASES } from './databases.ts'

/** A store on a fresh database with every table of Parley's, and a folder for files; both are gone when disposed. */
export interface OpenStore extends AsyncDisposable {
  store: Store
  folder: string
}

/** One for each database: `for (const { name, openStore } of STORES) test(...)`. */
export const STORES = DATABASES.map(({ name, open }) => ({
  name,
  async openStore(watch?: StatementWatch): Promise<OpenStore> {
    const fresh = await open()
    const folder = await mkdtemp(path.join(tmpdir(), 'parley-test-'))
    const database = await openDatabase(fresh.url, { watch })
    return {
      store: new Store(database),
      folder,
      async [Symbol.asyncDispose]() {
        await database.close()
        await fresh.close()
        await rm(folder, { recursive: true, force: true })
      },
    }
  },
}))
