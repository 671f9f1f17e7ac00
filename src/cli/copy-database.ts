import { writeFile } from 'node:fs/promises'
import { createSearch, derivedBySearch } from '../domain/search/index.ts'
import { copyInto, type Database, openDatabase, Store } from '../store/index.ts'
import type { CommandContext } from './command-context.ts'

/** Copies a running database as it stands at one moment into an empty file. */
export async function copyToFile(context: CommandContext, database: Database, file: string): Promise<void> {
  await writeFile(file, '', { flag: 'wx', mode: OWNER_ALONE })
  await copyTo(context, database, file)
}

/** Copies it to the address of an empty database of the same kind. */
export function copyTo(context: CommandContext, database: Database, address: string): Promise<void> {
  return database.isOneFile ? pageByPage(context, database, address) : rowByRow(context, database, address)
}

const OWNER_ALONE = 0o600
const WORK = 'Copying the database'

/** @NOTE nothing may be thrown from within the copying, so the wish to stop is kept until it is done. */
async function pageByPage({ progress }: CommandContext, database: Database, file: string) {
  const work = progress(WORK)
  let stopped: unknown
  await database.backup(file, (done, all) => {
    try {
      work.to(done, all)
    } catch (error) {
      stopped = error
    }
  })
  work.end()
  if (stopped) throw stopped
}

async function rowByRow(context: CommandContext, database: Database, address: string) {
  const [work, parts] = [context.progress(WORK), await context.migrations()]
  const target = await openDatabase(address)
  try {
    const atEnd: Parameters<typeof copyInto>[2]['atEnd'] = (tx) => createSearch(new Store(target)).beginAgain(tx)
    await copyInto(target, database, { parts, derived: derivedBySearch, progress: work.to, atEnd })
  } finally {
    work.end()
    await target.close()
  }
}
