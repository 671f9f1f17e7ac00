import { existsSync } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import { atomicFile, writeChunks } from '../../../kit/atomic-file.ts'
import { MINUTE_MS } from '../../../kit/clock.ts'
import { makeFolder } from '../../../kit/folder.ts'
import { sha256 } from '../../../kit/hash.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { PersonId } from '../../people/index.ts'
import { decodeApart } from '../decode-apart.ts'
import { MOST_PIXELS, originalName, pictureBytes, renditionName } from '../picture.ts'
import { LARGEST_PORTRAIT_BYTES, type Portrait, type PortraitTables, SIDE } from './portrait.ts'

type Kept = Pick<Portrait, 'hash' | 'bytes'>

/** Longer than it takes to keep a row of a file that has been written. */
const IN_USE_MS = 10 * MINUTE_MS

/** Draws a square of a picture and puts it into the folder, before the transaction that adds its row. Throws Trouble for what is no picture, or too large. */
export async function keepPortrait(folder: string, bytes: Uint8Array): Promise<Kept> {
  if (bytes.length > LARGEST_PORTRAIT_BYTES)
    throw new Trouble('invalid', 'picture.too-large', { limit: LARGEST_PORTRAIT_BYTES / 1024 ** 2 })
  return kept(folder, await squareOf(pictureBytes(bytes).bytes, 'draw'))
}

/** The same of one that has been drawn before, as an export brings it; throws Trouble for any other. */
export async function keepDrawnPortrait(folder: string, bytes: Uint8Array): Promise<Kept> {
  return kept(folder, await squareOf(bytes, 'look'))
}

async function squareOf(bytes: Uint8Array, how: 'draw' | 'look'): Promise<Buffer> {
  const square = await decodeApart('portraits/square.ts', [how], bytes)
  if (square.length === 0) throw new Trouble('invalid', 'picture.too-many-pixels', { limit: MOST_PIXELS / 1e6 })
  return square
}

async function kept(folder: string, square: Buffer): Promise<Kept> {
  const hash = sha256(square)
  const file = path.join(folder, portraitName(hash))
  makeFolder(folder)
  if (!existsSync(file)) await atomicFile(file, (temporary) => writeChunks(temporary, one(square)))
  return { hash, bytes: square.length }
}

async function* one(bytes: Uint8Array) {
  yield bytes
}

export function portraitName(hash: string): string {
  return renditionName(hash, SIDE)
}

export async function portraitOf(db: Reading, personId: PersonId): Promise<Portrait | undefined> {
  const portraits = db.look<PortraitTables>().selectFrom('portrait').selectAll()
  return portraits.where('personId', '=', personId).executeTakeFirst()
}

/** Shows a picture of somebody in place of the one before. */
export async function showPortrait(tx: Writing, portrait: Portrait): Promise<void> {
  const { personId, ...rest } = portrait
  const insert = tx.change<PortraitTables>().insertInto('portrait').values(portrait)
  await insert.onConflict((c) => c.column('personId').doUpdateSet(rest)).execute()
}

export async function hidePortrait(tx: Writing, personId: PersonId): Promise<void> {
  await tx.change<PortraitTables>().deleteFrom('portrait').where('personId', '=', personId).execute()
}

/** Takes the files of pictures out of the folder that nobody shows any more; answers how many. */
export async function forgetPortraits(db: Reading, folder: string, inUseMs = IN_USE_MS): Promise<number> {
  let forgotten = 0
  for (const name of await readdir(folder).catch(() => [])) {
    const hash = NAME.exec(name)?.[1]
    if (!hash || existsSync(path.join(folder, originalName(hash))) || (await isShown(db, hash))) continue
    const file = path.join(folder, name)
    const written = await stat(file).catch(() => undefined)
    if (!written || Date.now() - written.mtimeMs < inUseMs) continue
    await rm(file, { force: true })
    forgotten++
  }
  return forgotten
}

const NAME = new RegExp(`^([0-9a-f]{64})-${SIDE}\\.webp$`)

async function isShown(db: Reading, hash: string): Promise<boolean> {
  const portraits = db.look<PortraitTables>().selectFrom('portrait').select('hash').where('hash', '=', hash)
  return (await portraits.limit(1).executeTakeFirst()) !== undefined
}
