import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DATA_KINDS } from '../../../src/parley.ts'

/** The page, its table written anew from what is declared. */
export function privacyPage(root: string): string {
  const page = readFileSync(path.join(root, 'docs/privacy.md'), 'utf8')
  const [before, , after] = page.split(/(?<=^<!-- kinds -->\n)(.*?)(?=^<!-- end of kinds -->)/ms)
  if (after === undefined) throw new Error('docs/privacy.md has lost the place of its table.')
  return `${before}${TABLE}${after}`
}

const HEAD = `| what | why | how long | in one’s own copy | after an erasure | tables |
| --- | --- | --- | --- | --- | --- |
`

const TABLE = `\n${HEAD}${DATA_KINDS.map(({ name, purpose, term, archived, erased, tables }) => {
  const cells = [name, purpose, term, archived, erased, tables.map((table) => `\`${table}\``).join(', ')]
  return `| ${cells.join(' | ')} |\n`
}).join('')}\n`
