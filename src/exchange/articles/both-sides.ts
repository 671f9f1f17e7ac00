import { readFileSync } from 'node:fs'
import path from 'node:path'
import { fileKept, keepFile } from '../../domain/articles/index.ts'
import { sha256 } from '../../kit/hash.ts'
import { stableJson } from '../../kit/json.ts'
import type { Reading, Writing } from '../../store/index.ts'

/** What has changed since a file and what it is about here last said the same; undefined where that was never noted. */
export type Sides = { file: boolean; here: boolean } | undefined

export async function sidesOf(db: Reading, name: string, file: string, here: unknown): Promise<Sides> {
  const kept = await fileKept(db, name)
  return kept && { file: kept.file !== file, here: kept.here !== hashOf(here) }
}

/** Notes that a file and what it is about here say the same by now. */
export function noteSame(tx: Writing, name: string, file: string, here: unknown): Promise<void> {
  return keepFile(tx, { path: name, file, here: hashOf(here) })
}

function hashOf(here: unknown): string {
  return sha256(typeof here === 'string' ? here : stableJson(here))
}

/** The hash of a file; an empty one where there is none. */
export function fileHash(root: string, name: string): string {
  try {
    return sha256(readFileSync(path.join(root, name)))
  } catch {
    return ''
  }
}

/** What is told where both sides changed, or where what is here is newer. */
export const NEWER_HERE = 'It was changed at the desk and not in the file; “export articles” writes it.'
export const BOTH_CHANGED =
  'It was changed both here and in the file, and was left alone. Make one of them like the other.'
