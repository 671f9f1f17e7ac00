import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { DAY_MS } from '../../../../kit/clock.ts'

/** So long a letter that was not sent stays in its folder. */
const KEPT_MS = 30 * DAY_MS

/** Letters that stand in a folder for the operator to read. */
export interface KeptLetters {
  /** Forgets every letter to an address. */
  forgetTo(mail: string): Promise<void>
  /** Forgets those that have stood there for long. */
  sweep(now: number): Promise<void>
}

export function createKeptLetters(folder: string): KeptLetters {
  const letters = async () => (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml'))
  const forget = (name: string) => rm(path.join(folder, name), { force: true })

  return {
    async forgetTo(mail) {
      for (const name of await letters()) {
        const head = (await readFile(path.join(folder, name), 'utf8').catch(() => '')).split('\n\n')[0]!
        if (head.toLowerCase().includes(mail.toLowerCase())) await forget(name)
      }
    },
    async sweep(now) {
      for (const name of await letters()) if (now - momentOf(name) > KEPT_MS) await forget(name)
    },
  }
}

/** @NOTE a letter's file begins with its moment, in which dashes stand for colons. */
function momentOf(name: string): number {
  const [, day, hours, minutes, seconds] = /^(\d{4}-\d\d-\d\dT)(\d\d)-(\d\d)-(\d\d)/.exec(name) ?? []
  return day === undefined ? Number.POSITIVE_INFINITY : Date.parse(`${day}${hours}:${minutes}:${seconds}Z`)
}
