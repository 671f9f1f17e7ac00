import { Refusal } from '../kit/refusal.ts'
import { type Database, distance, migrateAs, openDatabase, Store, upcoming } from '../store/index.ts'
import type { CommandContext } from './command-context.ts'
import { copyTo } from './copy-database.ts'
import { countAgain } from './recount.ts'
import { countedChanges } from './upgrade.ts'

/** Makes the changes of this version on a copy of the database and counts there again; answers with what went wrong. */
export async function rehearsed(context: CommandContext, database: Database): Promise<string[]> {
  const scratch = await database.scratch()
  try {
    await copyTo(context, database, scratch.address)
    return await onCopy(context, scratch.address)
  } finally {
    await scratch.remove()
  }
}

async function onCopy(context: CommandContext, address: string): Promise<string[]> {
  const copy = await openDatabase(address)
  try {
    await changeOneByOne(context, copy)
    return await countAgain(context, false, new Store(copy))
  } catch (error) {
    if (error instanceof Refusal) throw error
    return [`The rehearsal failed: ${(error as Error).message}. The database itself is as it was.`]
  } finally {
    await copy.close()
  }
}

async function changeOneByOne({ say, migrations }: CommandContext, copy: Database) {
  const parts = await migrations()
  const [{ done }, changes] = [await distance(copy, ...parts), await upcoming(copy, ...parts)]
  say(`Rehearsal on a copy. ${countedChanges(changes.length)}:`)
  for (const { name, says } of changes) {
    const begun = performance.now()
    done.push(name)
    await migrateAs(copy, done, ...parts)
    say(`- ${says} It took ${((performance.now() - begun) / 1_000).toFixed(1)} s.`)
  }
}
