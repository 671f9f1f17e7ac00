import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

/** A title, a day, and three parts. */
export const FORM =
  /^# ([^\n]+)\n\n(\d{4}-\d\d-\d\d)\n\n\*\*Context\.\*\* .*\n\n\*\*Decision\.\*\*[ \n].*\n\n\*\*Consequences\.\*\* /s

/** The pages of docs/decisions/, by name. */
export function decisionsIn(root: string): { name: string; text: string }[] {
  const folder = path.join(root, 'docs/decisions')
  const names = globSync('*.md', { cwd: folder }).filter((name) => name !== 'README.md')
  return names.sort().map((name) => ({ name, text: readFileSync(path.join(folder, name), 'utf8') }))
}

/** The list of them, as docs/decisions/README.md holds it. */
export function listed(root: string): string {
  const rows = decisionsIn(root).map(({ name, text }) => {
    const [, title, day] = FORM.exec(text) ?? []
    return `| [${name.slice(0, 3)}](${name}) | ${title} | ${day} |`
  })
  return `${HEAD}${rows.join('\n')}\n`
}

const HEAD = `# Decisions

What others could have chosen differently, and why it was chosen so. Each is one page of context, decision and consequences; a
reversal is a new page, which the old one then names. Numbers are given once and leave gaps. \`npm run docs\` writes this list.

| | | since |
| --- | --- | --- |
`
