import { statSync } from 'node:fs'
import path from 'node:path'
import { Refusal } from '../kit/refusal.ts'
import type { Given } from './given.ts'

/** The file that a command is to read, by its whole path; throws a Refusal where there is none, or a folder. */
export function givenFile(given: Given): string {
  const file = path.resolve(given.text('file'))
  const found = statSync(file, { throwIfNoEntry: false })
  if (!found) throw new Refusal(`There is no file ${file}.`)
  if (found.isDirectory()) throw new Refusal(`${file} is a folder; name a file.`)
  return file
}
