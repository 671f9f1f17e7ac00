import { existsSync, rmSync } from 'node:fs'
import { copyFile, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { MIGRATIONS } from '../../src/parley.ts'
import { migrate, openDatabase } from '../../src/store/index.ts'

let template: Promise<string> | undefined

/** Lays an empty database with every table of Parley's where SQLite's file is missing; making one takes longer than many a test. */
export async function layTables(address: string): Promise<void> {
  if (/^postgres(ql)?:/.test(address) || existsSync(address)) return
  template ??= makeTemplate()
  await copyFile(await template, address)
}

async function makeTemplate(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-tables-'))
  process.on('exit', () => rmSync(folder, { recursive: true, force: true }))
  const file = path.join(folder, 'parley.sqlite')
  const database = await openDatabase(file)
  await migrate(database, ...MIGRATIONS)
  await database.close()
  return file
}
