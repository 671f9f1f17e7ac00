import { existsSync } from 'node:fs'
import { open, readFile } from 'node:fs/promises'
import path from 'node:path'
import { z } from 'zod'
import { makeOwnFolder } from '../../../kit/folder.ts'
import { Refusal } from '../../../kit/refusal.ts'
import type { PersonId } from '../person.ts'
import { type Erasure, LEAVINGS } from './erasure.ts'

const OWNER_ALONE = 0o600

const line = z.strictObject({
  person: z.int().positive(),
  joined: z.int().nullable(),
  leaves: z.enum(LEAVINGS),
  at: z.int(),
})

/**
 * Adds an erasure to the list that stands beside the database, on the disk when this settles. It is said before the first byte
 * goes, so that no backup can bring back what a crash kept from being listed.
 */
export async function noteErasure(list: string, { personId, joinedAt, leaves, at }: Erasure): Promise<void> {
  makeOwnFolder(path.dirname(list))
  const handle = await open(list, 'a+', OWNER_ALONE)
  try {
    const torn = (await lastByte(handle)) === '\n' ? '' : '\n'
    await handle.appendFile(`${torn}${JSON.stringify({ person: personId, joined: joinedAt, leaves, at })}\n`)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** All that were noted, the first first; none where there is no list. Throws a Refusal where a line is none of ours. */
export async function notedErasures(list: string): Promise<Erasure[]> {
  if (!existsSync(list)) return []
  const lines = (await readFile(list, 'utf8')).split('\n')
  return lines.flatMap((text, index) => {
    if (!isWhole(text)) return []
    const read = line.safeParse(jsonIn(text))
    if (read.success) return [erasureFrom(read.data)]
    throw new Refusal(
      `${list} lists the erasures, and its line ${index + 1} is none. Put the list right; nothing was changed.`,
    )
  })
}

/** A line that a crash tore has no end, and its erasure had not begun. */
function isWhole(text: string) {
  return text.endsWith('}')
}

function erasureFrom({ person, joined, leaves, at }: z.infer<typeof line>): Erasure {
  return { personId: person as PersonId, joinedAt: joined, leaves, at }
}

async function lastByte(handle: Awaited<ReturnType<typeof open>>): Promise<string> {
  const { size } = await handle.stat()
  if (size === 0) return '\n'
  const { buffer } = await handle.read(Buffer.alloc(1), 0, 1, size - 1)
  return buffer.toString('latin1')
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
