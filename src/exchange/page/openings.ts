import { atLine } from '../kit/lines.ts'
import type { PageLine } from './page-lines.ts'
import type { Profile } from './profiles/profile.ts'

/** How an entry of the list begins: "3. Name" and below it "Name" with the time, or "3." and the words for a removed comment. */
export type Opening =
  | { kind: 'comment'; ordinal: number; name: string; line: PageLine; authorLine: PageLine }
  | { kind: 'tombstone'; ordinal: number; line: PageLine }

export const INDENT_STEP = 2

/** Reads the opening at a line, given the line below it; undefined where a line only looks numbered. */
export function openingAt(line: PageLine, below: PageLine | undefined, profile: Profile): Opening | undefined {
  const numbered = numberedLike(line)
  if (!numbered) return undefined
  const { ordinal, rest } = numbered
  if (below && nameBefore(below, profile) === rest) {
    return { kind: 'comment', ordinal, name: rest, line, authorLine: below }
  }
  if (profile.removed.includes(rest)) return { kind: 'tombstone', ordinal, line }
  if (below?.indent === line.indent + INDENT_STEP) refuseBrokenAuthorLine(rest, below, profile)
  return undefined
}

export function numberedLike({ text }: PageLine): { ordinal: number; rest: string } | undefined {
  const [, ordinal, rest] = /^(\d{1,9})\. +(.+)$/u.exec(text) ?? []
  return rest === undefined ? undefined : { ordinal: Number(ordinal), rest }
}

function nameBefore({ text }: PageLine, profile: Profile): string | undefined {
  const time = profile.time.exec(text)
  return time ? text.slice(0, time.index).trim() : undefined
}

function refuseBrokenAuthorLine(name: string, line: PageLine, profile: Profile): void {
  const other = nameBefore(line, profile)
  if (other !== undefined) throw atLine(line.number, `it names "${other}" where the line above names "${name}".`)
  if (line.text.startsWith(name)) throw atLine(line.number, `no time follows the name "${name}".`)
}
