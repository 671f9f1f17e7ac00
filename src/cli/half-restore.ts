import { existsSync, readdirSync, renameSync } from 'node:fs'
import path from 'node:path'
import { EXIT, Refusal } from '../kit/refusal.ts'

/** What is being copied and checked, and what needs nothing more than its name. */
export const arrivingAt = (database: string) => `${database}.restoring`
export const readyAt = (database: string) => `${database}.restored`
export const asideAt = (database: string, moment: string) => `${database}.before-${moment}`

/** Ends a restore that was broken off before the database had its name; throws a Refusal where only its operator can. */
export function finishRestore(database: string, say: (line: string) => void): void {
  if (database.includes('://') || existsSync(database)) return
  if (existsSync(readyAt(database))) {
    renameSync(readyAt(database), database)
    say(`A restore was broken off when all but the name was done; ${database} is restored.`)
    return
  }
  const sentence = brokenOff(database)
  if (sentence) throw new Refusal(sentence, EXIT.input)
}

/** What is to be done where a restore was broken off and no database is there. */
export function brokenOff(database: string): string | undefined {
  const [left] = leftBeside(database)
  return (
    left &&
    `${database} is missing, and ${left} stands beside it: a restore was broken off. Run "npx parley restore" again, or give a file that you kept the name ${path.basename(database)}.`
  )
}

function leftBeside(database: string): string[] {
  const folder = path.dirname(database)
  if (!existsSync(folder)) return []
  const beginnings = [arrivingAt(database), readyAt(database), asideAt(database, '')].map((file) => path.basename(file))
  const names = readdirSync(folder).filter((name) => beginnings.some((beginning) => name.startsWith(beginning)))
  return names.map((name) => path.join(folder, name))
}
