import { randomBytes } from 'node:crypto'

/** Sixteen characters that stand in every part of every request of a test; no SQL text may ever hold them. */
export const CANARY = randomBytes(8).toString('hex')

const seen = new Set<string>()
const leaked = new Set<string>()

/** Given to every database that tests open: records each SQL text, and which of them hold what somebody sent. */
export function watch(sql: string): void {
  seen.add(sql)
  if (sql.includes(CANARY)) leaked.add(sql)
}

/** The SQL texts that were sent, and those among them that were made of what somebody sent. */
export function watched(): { seen: number; leaked: string[] } {
  return { seen: seen.size, leaked: [...leaked] }
}
