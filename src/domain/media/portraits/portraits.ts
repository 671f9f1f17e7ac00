import { MINUTE_MS } from '../../../kit/clock.ts'
import { sha256 } from '../../../kit/hash.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import type { PersonId } from '../../people/index.ts'
import { decodeApart } from '../decode-apart.ts'
import { keepBytes, type MediaStore } from '../keeping/media-store.ts'
import { MOST_PIXELS, originalName, pictureBytes, renditionName } from '../picture.ts'
import { byHash } from '../pictures.ts'
import { LARGEST_PORTRAIT_BYTES, type Portrait, type PortraitTables, SIDE } from './portrait.ts'

type Kept = Pick<Portrait, 'hash' | 'bytes'>

/** Longer than it takes to keep a row of a file that has been written. */
const IN_USE_MS = 10 * MINUTE_MS

/** Draws a square of a picture and keeps it, before the transaction that adds its row. Throws Trouble for what is no picture, or too large. */
export async function keepPortrait(media: MediaStore, bytes: Uint8Array): Promise<Kept> {
  if (bytes.length > LARGEST_PORTRAIT_BYTES)
    throw new Trouble('invalid', 'picture.too-large', { limit: LARGEST_PORTRAIT_BYTES / 1024 ** 2 })
  return kept(media, await squareOf(pictureBytes(bytes).bytes, 'draw'))
}

/** The same of one that has been drawn before, as an export brings it; throws Trouble for any other. */
export async function keepDrawnPortrait(media: MediaStore, bytes: Uint8Array): Promise<Kept> {
  return kept(media, await squareOf(bytes, 'look'))
}

async function squareOf(bytes: Uint8Array, how: 'draw' | 'look'): Promise<Buffer> {
  const square = await decodeApart('portraits/square.ts', [how], bytes)
  if (square.length === 0) throw new Trouble('invalid', 'picture.too-many-pixels', { limit: MOST_PIXELS / 1e6 })
  return square
}

async function kept(media: MediaStore, square: Buffer): Promise<Kept> {
  const hash = sha256(square)
  const name = portraitName(hash)
  if (!(await media.about(name))) await keepBytes(media, name, square)
  return { hash, bytes: square.length }
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

/** Takes the files of pictures away that nobody shows any more; answers how many. */
export async function forgetPortraits(db: Reading, media: MediaStore, inUseMs = IN_USE_MS): Promise<number> {
  let forgotten = 0
  for await (const name of media.names()) {
    const hash = NAME.exec(name)?.[1]
    if (hash && (await forgetPortrait(db, media, hash, inUseMs))) forgotten++
  }
  return forgotten
}

/** The same of one alone; answers whether it went. */
export async function forgetPortrait(db: Reading, media: MediaStore, hash: string, inUseMs = IN_USE_MS) {
  const name = portraitName(hash)
  if ((await isShown(db, hash)) || (await byHash(db, hash)) || (await media.about(originalName(hash)))) return false
  const written = await media.about(name)
  if (!written || Date.now() - written.at < inUseMs) return false
  await media.remove(name)
  return true
}

const NAME = new RegExp(`^([0-9a-f]{64})-${SIDE}\\.webp$`)

async function isShown(db: Reading, hash: string): Promise<boolean> {
  const portraits = db.look<PortraitTables>().selectFrom('portrait').select('hash').where('hash', '=', hash)
  return (await portraits.limit(1).executeTakeFirst()) !== undefined
}
