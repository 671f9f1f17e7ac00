import { readdirSync, readFileSync, realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import type { Mistakes } from './mistakes.ts'

const LARGEST_TEXT_BYTES = 1024 * 1024

/** A file of the folder: how it is called in sentences, and where it really is. */
export interface FolderFile {
  shown: string
  real: string
}

/** The file at a path below a folder, when it is there and no link leads out of the folder. */
export function fileBelow(folder: string, name: string, mistakes: Mistakes): FolderFile | undefined {
  const shown = path.join(folder, name)
  const real = realOf(shown)
  if (!real || !statSync(real).isFile()) return void mistakes.add({ file: shown }, 'There is no such file.')
  const root = realpathSync(folder)
  if (real.startsWith(root + path.sep)) return { shown, real }
  mistakes.add({ file: shown }, `It lies outside of ${folder}; only files inside are read.`)
}

/** The UTF-8 text of a file with LF line ends. */
export function textOf({ shown, real }: FolderFile, mistakes: Mistakes): string | undefined {
  const { size } = statSync(real)
  if (size > LARGEST_TEXT_BYTES) return void mistakes.add({ file: shown }, 'It is larger than 1 MB.')
  const text = decoded(readFileSync(real))
  if (text === undefined) return void mistakes.add({ file: shown }, 'It is not UTF-8 text.')
  return text.replace(/\r\n?/g, '\n')
}

/** The names in a folder in binary order, without those that start with a dot. */
export function namesIn(folder: string, kind: 'files' | 'folders'): string[] {
  const entries = readdirSync(folder).filter((name) => !name.startsWith('.'))
  const wanted = entries.filter((name) => {
    const real = realOf(path.join(folder, name))
    return real !== undefined && statSync(real).isDirectory() === (kind === 'folders')
  })
  return wanted.sort()
}

export function isFolder(folder: string): boolean {
  const real = realOf(folder)
  return real !== undefined && statSync(real).isDirectory()
}

function realOf(file: string): string | undefined {
  try {
    return realpathSync(file)
  } catch {
    return undefined
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return text.includes('\0') ? undefined : text
  } catch {
    return undefined
  }
}
