import { existsSync } from 'node:fs'
import { resolve } from 'node:path'

const folder = resolve(import.meta.dirname, '../..', process.env.PARLEY_SHARED ?? '../shared')

/** The path of a file in the shared folder (setting PARLEY_SHARED, by default beside the project), or undefined where it is missing. */
export function sharedFile(name: string): string | undefined {
  const path = resolve(folder, name)
  return existsSync(path) ? path : undefined
}

/** Options for a test that reads shared files: it is left out, naming what is missing, where they are not there. */
export function reading(...names: string[]): { skip: false | string } {
  const missing = names.filter((name) => sharedFile(name) === undefined)
  return { skip: missing.length > 0 && `left out: ${missing.join(', ')} missing in ${folder}` }
}
