import type { LogEntry } from './log-entry.ts'
import type { SignedHead } from './log-head.ts'

export interface PublicLogTables {
  logEntry: LogEntry
  /** Commits to the words of one comment; without its salt nobody can tell any more which they were. */
  logWords: { n: number; place: number; decidedId: number | null; salt: string | null; hash: string }
  logHead: SignedHead & { id: number }
}
