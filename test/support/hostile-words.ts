import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { sharedFile } from './shared.ts'

export const HOSTILE_LISTS = {
  blns: 'corpora/blns/blns.json',
  payloads: 'corpora/xss-payload-list/xss-payload-list.txt',
  things: 'corpora/payloadsallthethings/xss',
} as const

/** The big list of naughty strings. */
export function naughtyStrings(): string[] {
  return JSON.parse(readFileSync(sharedFile(HOSTILE_LISTS.blns) ?? '', 'utf8'))
}

/** Every line of both lists of cross-site scripting payloads, once each. */
export function scriptPayloads(): string[] {
  const folder = sharedFile(HOSTILE_LISTS.things) ?? ''
  const files = [sharedFile(HOSTILE_LISTS.payloads) ?? '', ...readdirSync(folder).map((name) => join(folder, name))]
  const lines = files.flatMap((file) => readFileSync(file, 'utf8').split(/\r?\n/))
  return [...new Set(lines)].filter((line) => line.trim() !== '')
}

/** All lists together. */
export function hostileWords(): string[] {
  return [...new Set([...naughtyStrings(), ...scriptPayloads()])]
}

/** A typed comment that has the payload wherever Markdown takes words: alone, in links, titles, pictures, code, quotations. */
export function hostileComment(payload: string): string {
  const line = payload.replaceAll('\n', ' ')
  return [
    payload,
    `[words](${line})`,
    `[words](<${line}>)`,
    `[words](https://example.org "${line}")`,
    `[${line}](https://example.org)`,
    `[words][${line.slice(0, 500)}]`,
    `![${line}](https://example.org/picture.png)`,
    `![picture](${line})`,
    `<${line}>`,
    `https://example.org/${line}`,
    `# ${line}`,
    `* ${line}`,
    `> ${line}\n> — [${line}](/c/7)`,
    `\`\`\`${line}\n${line}\n\`\`\``,
    `[${line.slice(0, 500)}]: ${line}`,
  ].join('\n\n')
}
