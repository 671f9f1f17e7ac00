import { existsSync } from 'node:fs'
import { readFile, rename } from 'node:fs/promises'
import path from 'node:path'
import { sql } from 'kysely'
import { bytesOf, isKeptName, keepBytes, type MediaStore } from '../domain/media/index.ts'
import { headOf, headText, LOG_HEAD_FILE } from '../domain/moderation/index.ts'
import { atomicFile, writeChunks } from '../kit/atomic-file.ts'
import { makeFolder } from '../kit/folder.ts'
import { SECRET_FILE } from '../kit/kept-secret.ts'
import { createTable, type Database, Store } from '../store/index.ts'

/** A database copy carries the files of the data folder along in a table of its own. */
interface KeptTables {
  keptFile: { name: string; bytes: Uint8Array }
}

const TABLE = 'keptFile'
const MEDIA = 'media'

/** Where the files are that a backup carries. */
export interface Places {
  data: string
  media: MediaStore
}

/** The files that a backup carries: the pictures, and the secret that signs sessions. */
export async function filesIn({ data, media }: Places): Promise<string[]> {
  const files = (await Array.fromAsync(media.names())).filter(isKeptName).map((name) => path.join(MEDIA, name))
  return existsSync(path.join(data, SECRET_FILE)) ? [...files, SECRET_FILE] : files
}

export async function putIn(
  copy: Database,
  places: Places,
  names: readonly string[],
  progress: (done: number) => void,
) {
  const table = createTable(copy.migrator, copy.columns, TABLE)
  await table
    .addColumn('name', copy.columns.text, (c) => c.primaryKey())
    .addColumn('bytes', 'blob')
    .execute()
  for (const [index, name] of names.entries()) {
    const bytes = await bytesIn(places, name)
    if (bytes) await copy.transact((tx) => tx.insertInto(TABLE).values({ name, bytes }).execute())
    progress(index + 1)
  }
  await putHeadIn(copy)
}

/** @NOTE a picture may have been taken away since the names were looked at. */
async function bytesIn({ data, media }: Places, name: string): Promise<Buffer | undefined> {
  const { folder, file } = placeOf(name)
  return folder === MEDIA ? bytesOf(media, file) : readFile(path.join(data, file))
}

/** @NOTE how the moderation log ends in the copy; the file beside the database may have gone on meanwhile. */
async function putHeadIn(copy: Database) {
  const tables = await copy.migrator.introspection.getTables()
  const head = tables.some(({ name }) => name === 'logHead') ? await headOf(new Store(copy)) : undefined
  if (!head) return
  const bytes = Buffer.from(headText(head))
  await copy.transact((tx) => tx.insertInto(TABLE).values({ name: LOG_HEAD_FILE, bytes }).execute())
}

/** Puts the files where they belong, those that are there already excepted, and the table out of the copy; answers how many there were. */
export async function takeOut(copy: Database, places: Places): Promise<number> {
  const tables = await copy.migrator.introspection.getTables()
  if (!tables.some(({ name }) => name === TABLE)) return 0
  const kept = new Store(copy).look<KeptTables>().selectFrom(TABLE)
  const names = await kept.select('name').orderBy('name').execute()
  for (const { name } of names) {
    await takeOne(places, name, await kept.select('bytes').where('name', '=', name).executeTakeFirstOrThrow())
  }
  await copy.migrator.schema.dropTable(TABLE).execute()
  await sql`vacuum`.execute(copy.migrator)
  return names.length
}

async function takeOne({ data, media }: Places, name: string, { bytes }: { bytes: Uint8Array }) {
  const place = placeOf(name)
  if (place.folder === MEDIA) {
    if (!(await media.about(place.file))) await keepBytes(media, place.file, bytes)
    return
  }
  const file = path.join(data, name)
  if (existsSync(file) && name !== LOG_HEAD_FILE) return
  if (existsSync(file)) await rename(file, `${file}.before`)
  makeFolder(path.dirname(file))
  await atomicFile(file, (temporary) => writeChunks(temporary, one(bytes)))
}

/** Only names that a backup gives are followed. */
function placeOf(name: string): { folder: string; file: string } {
  const [folder = '', file = ''] = name.split(/[\\/]/)
  if (name === SECRET_FILE || name === LOG_HEAD_FILE) return { folder: '', file: name }
  if (folder === MEDIA && isKeptName(file)) return { folder, file }
  throw new Error(`a backup holds no file named ${name}`)
}

async function* one(bytes: Uint8Array) {
  yield bytes
}
