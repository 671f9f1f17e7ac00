import { readFileSync } from 'node:fs'
import path from 'node:path'

const OWN = path.join(import.meta.dirname, '../../package.json')

/** What runs here: Parley, and what it runs on. */
export function versions(): string {
  const { version }: { version: string } = JSON.parse(readFileSync(OWN, 'utf8'))
  return `Parley ${version}, Node ${process.versions.node}, SQLite ${process.versions.sqlite}`
}
