import { z } from 'zod'
import { sha256 } from '../../../kit/hash.ts'
import { stableJson } from '../../../kit/json.ts'

/** What the log says of a decision: by role, what, by which rule. No name and none of the words that it was about. */
export const logged = z.strictObject({
  /** From 1, without a gap. */
  n: z.int().positive(),
  at: z.int(),
  kind: z.string(),
  by: z.string(),
  found: z.string(),
  automated: z.boolean(),
  /** As it was called then, in the publication's own language. */
  rule: z.strictObject({ number: z.int(), title: z.string() }).nullable(),
  law: z.string().nullable(),
  /** Nothing where the comment was never seen. */
  article: z.int().nullable(),
  comment: z.int().nullable(),
  comments: z.int(),
  until: z.int().nullable(),
  /** The entry of the decision that this one takes back. */
  takesBack: z.int().nullable(),
  /** Commits to the words that it was about, by `commitments.ts`. */
  words: z.string().nullable(),
})

export type Logged = z.infer<typeof logged>

/** An entry as it is kept: what it says, and the chain that it stands in. */
export interface LogEntry {
  n: number
  decisionId: number
  content: string
  previous: string
  hash: string
}

/** What the first entry follows. */
export const BEGINNING = '0'.repeat(64)

/** Each entry's hash is made of the one before it and of what it says, so that none can be changed, dropped or put elsewhere unseen. */
export function hashOf(previous: string, content: string): string {
  return sha256(`${previous}\n${content}`)
}

export function entryFrom(decisionId: number, said: Logged, previous: string): LogEntry {
  const content = stableJson(said)
  return { n: said.n, decisionId, content, previous, hash: hashOf(previous, content) }
}
