import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { atomicFile } from '../kit/atomic-file.ts'
import { EXIT, Refusal } from '../kit/refusal.ts'
import { openDatabase } from '../store/index.ts'
import type { CommandContext } from './command-context.ts'
import { copyToFile } from './copy-database.ts'
import type { Given } from './given.ts'
import { filesIn, putIn } from './kept-files.ts'

/** Copies the database as it stands at one moment, with the files beside it, into one file that `restore` reads. */
export async function backUp(context: CommandContext, given: Given): Promise<void> {
  const { settings } = context
  const target = path.resolve(given.text('file'))
  refuseItself(target, settings.database)
  const database = await context.openDatabase()
  if (!database.isOneFile) return database.backup(target, () => {})
  await atomicFile(target, async (temporary) => {
    try {
      await copyToFile(context, database, temporary)
      await withFiles(context, temporary)
    } catch (error) {
      throw ofTarget(database.refusalOf(error), target)
    } finally {
      for (const end of ['-wal', '-shm', '-journal']) await rm(`${temporary}${end}`, { force: true })
    }
  })
  context.say(`The backup is complete and checked: ${target}`)
}

/** A full disk is the one that the copy goes to. */
function ofTarget(error: unknown, target: string): unknown {
  if (!(error instanceof Refusal) || error.exit !== EXIT.diskFull) return error
  return new Refusal(`The disk that should hold ${target} is full; there is no backup.`, EXIT.diskFull, {
    cause: error,
  })
}

function refuseItself(target: string, database: string) {
  if ([database, `${database}-wal`, `${database}-shm`].includes(target))
    throw new Refusal(`${target} is the database itself; name another file.`)
  if (!existsSync(path.dirname(target))) throw new Refusal(`There is no folder ${path.dirname(target)}.`)
}

async function withFiles(context: CommandContext, temporary: string) {
  const work = context.progress('Copying pictures')
  const places = { data: context.settings.data, media: await context.media() }
  const names = await filesIn(places)
  const opened = await openDatabase(temporary)
  try {
    await putIn(opened, places, names, (done) => work.to(done, names.length))
    const [complaint] = await opened.complaints()
    if (complaint)
      throw new Refusal(`The copy is damaged (${complaint}), so it is thrown away. Run "npx parley doctor".`)
  } catch (error) {
    throw opened.refusalOf(error)
  } finally {
    work.end()
    await opened.close()
  }
}
