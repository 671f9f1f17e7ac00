import { constants, existsSync } from 'node:fs'
import { chmod, copyFile, open, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { publicationRestored } from '../domain/articles/index.ts'
import { makeOwnFolder } from '../kit/folder.ts'
import { moment } from '../kit/moment.ts'
import { EXIT, Refusal } from '../kit/refusal.ts'
import { type Database, distance, leap, lockExclusively, openDatabase, Store } from '../store/index.ts'
import type { CommandContext } from './command-context.ts'
import type { Given } from './given.ts'
import { givenFile } from './given-file.ts'
import { arrivingAt, asideAt, readyAt } from './half-restore.ts'
import { takeOut } from './kept-files.ts'

/** Puts a backup in the place of the publication, when it has been read and checked whole; what was there is kept aside. */
export async function restoreFrom(context: CommandContext, given: Given): Promise<void> {
  const { database: target } = context.settings
  refusePostgres(target)
  const file = givenFile(given)
  refuseLive(file, target)
  const isThere = existsSync(target)
  if (isThere && !given.has('force'))
    throw new Refusal(`${target} is there already. Add --force to replace it; it is then kept aside.`)
  makeOwnFolder(path.dirname(target))
  const letGo = isThere ? lockExclusively(target) : () => {}
  const [arriving, ready] = [arrivingAt(target), readyAt(target)]
  try {
    for (const left of [ready, ...ENDS.map((end) => `${arriving}${end}`)]) await rm(left, { force: true })
    await copyFile(file, arriving, constants.COPYFILE_EXCL)
    await chmod(arriving, OWNER_ALONE)
    const files = await checked(context, file, arriving)
    await flushed(arriving)
    await rename(arriving, ready)
    const aside = isThere ? await setAside(target) : undefined
    await rename(ready, target)
    await flushed(path.dirname(target))
    context.say(`${target} is restored from ${file}${files ? `, with ${files} files beside it` : ''}.`)
    if (aside) context.say(`What was there is now ${aside}.`)
  } finally {
    letGo()
    for (const end of ENDS) await rm(`${arriving}${end}`, { force: true })
  }
}

const OWNER_ALONE = 0o600
const ENDS = ['', '-wal', '-shm', '-journal']

function refusePostgres(target: string) {
  if (!/^postgres(?:ql)?:/.test(target)) return
  throw new Refusal(
    'PostgreSQL is restored by its own tool: pg_restore --clean --if-exists --dbname=PARLEY_DATABASE FILE, while no server runs.',
  )
}

function refuseLive(file: string, target: string) {
  if (file === target) throw new Refusal(`${file} is the database itself; name a backup of it.`)
  if (existsSync(`${file}-wal`))
    throw new Refusal(
      `${file} is a database in use (it has a write-ahead log). Copy it with "npx parley backup" and restore the copy.`,
    )
}

/** Opens the copy as the publication would be, sees that it is whole and known, and takes its files out of it. */
async function checked(context: CommandContext, file: string, arriving: string): Promise<number> {
  const database = await openDatabase(arriving).catch((error) => {
    throw refusalOf(error, file)
  })
  try {
    const [complaint] = await database.complaints()
    if (complaint) throw new Refusal(`The backup is damaged: ${complaint}. Nothing was changed.`)
    const { newer, missing } = await distance(database, ...(await context.migrations()))
    if (newer.length > 0)
      throw new Refusal(
        `The backup was made by a newer Parley (it has the migration ${newer.join(', ')}). Nothing was changed; restore it with that version.`,
        EXIT.newerDatabase,
      )
    if (missing.includes('001-journal'))
      throw new Refusal('The file is a database, but no backup of Parley. Nothing was changed.')
    await beginAnew(database)
    return await takeOut(database, { data: context.settings.data, media: await context.media() })
  } catch (error) {
    throw database.refusalOf(error)
  } finally {
    await database.close()
  }
}

/** Pages may be open that show more than the backup knows; their numbers shall never count for what comes after it. */
function beginAnew(database: Database) {
  return new Store(database).write((tx) => leap(tx, publicationRestored, Date.now()))
}

/** What is said of the copy is meant of the file. */
function refusalOf(error: unknown, file: string): unknown {
  if (!(error instanceof Refusal) || error.exit !== EXIT.input) return error
  return new Refusal(`${file} is no SQLite database, or it is damaged. Nothing was changed.`, EXIT.input, {
    cause: error,
  })
}

async function setAside(target: string): Promise<string> {
  const aside = asideAt(target, moment())
  await rename(target, aside)
  return aside
}

async function flushed(place: string): Promise<void> {
  const handle = await open(place)
  await handle.sync()
  await handle.close()
}
