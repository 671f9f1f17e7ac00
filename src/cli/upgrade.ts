import { existsSync, statSync } from 'node:fs'
import { rm, statfs } from 'node:fs/promises'
import path from 'node:path'
import { atomicFile } from '../kit/atomic-file.ts'
import { makeOwnFolder } from '../kit/folder.ts'
import { moment } from '../kit/moment.ts'
import { EXIT, Refusal } from '../kit/refusal.ts'
import { type Database, upcoming } from '../store/index.ts'
import type { CommandContext } from './command-context.ts'
import { copyToFile } from './copy-database.ts'

/** Before a newer version changes a database: says what it will do, and keeps a copy of what is there. */
export async function prepareUpgrade(context: CommandContext, database: Database): Promise<void> {
  const { say, settings } = context
  const changes = await upcoming(database, ...(await context.migrations()))
  say(`The database was written by an earlier version. ${countedChanges(changes.length)}:`)
  for (const { says } of changes) say(`- ${says}`)
  if (settings.upgradeBackup === undefined)
    return say('No copy is kept of it as it was: PARLEY_UPGRADE_BACKUP is none.')
  const file = path.join(settings.upgradeBackup, `before-upgrade-${moment()}.sqlite`)
  makeOwnFolder(settings.upgradeBackup)
  await mustHaveRoom(database, settings.database, settings.upgradeBackup)
  await atomicFile(file, async (temporary) => {
    try {
      await copyToFile(context, database, temporary)
    } finally {
      for (const end of ['-wal', '-shm', '-journal']) await rm(`${temporary}${end}`, { force: true })
    }
  })
  say(`A copy of it as it was is kept in ${file}. ${wayBack(database, file)}`)
}

export function countedChanges(count: number): string {
  return count === 1 ? 'One change brings it up' : `${count} changes bring it up`
}

function wayBack({ isOneFile }: Database, file: string): string {
  return isOneFile
    ? `To go back: "npx parley restore --force ${file}" with the version from before.`
    : `To go back: "npx parley move ${file}" with the version from before, into an empty database.`
}

async function mustHaveRoom({ isOneFile }: Database, file: string, folder: string) {
  if (!isOneFile) return
  const needed = [file, `${file}-wal`].filter(existsSync).reduce((bytes, one) => bytes + statSync(one).size, 0)
  const { bavail, bsize } = await statfs(folder)
  if (bavail * bsize > needed) return
  throw new Refusal(
    `There is no room in ${folder} for a copy of the database (${Math.ceil(needed / 1e6)} MB), which is kept before a newer version changes it. Nothing was changed: make room, name another folder in PARLEY_UPGRADE_BACKUP, or, when you have a backup, say none there.`,
    EXIT.diskFull,
  )
}
