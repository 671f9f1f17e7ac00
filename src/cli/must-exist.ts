import { existsSync } from 'node:fs'
import { EXIT, Refusal } from '../kit/refusal.ts'
import { distance } from '../store/index.ts'
import type { CommandContext } from './command-context.ts'
import { finishRestore } from './half-restore.ts'

/** Throws a Refusal where the settings name a database that nobody has made yet, before anything is made. */
export async function mustExist(context: CommandContext, needed: 'any' | 'file'): Promise<void> {
  const { data, database } = context.settings
  if (!database.includes('://')) {
    finishRestore(database, context.say)
    if (existsSync(database)) return
    throw missing(`There is no publication in ${data}: ${database} is not there. Is PARLEY_DATA right?`)
  }
  if (needed === 'file') return
  const parts = await context.migrations()
  const opened = await context.openDatabase()
  const { missing: undone } = await distance(opened, ...parts)
  const known = parts.flatMap((migrations) => Object.keys(migrations))
  if (known.every((name) => undone.includes(name)))
    throw missing(`There is no publication in the database that PARLEY_DATABASE names; it is empty. Is the name right?`)
}

function missing(sentence: string) {
  return new Refusal(`${sentence} "npx parley serve" makes a new one.`, EXIT.input)
}
