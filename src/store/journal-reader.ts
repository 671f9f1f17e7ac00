import type { z } from 'zod'
import type { Reading, Writing } from './access.ts'
import type { Entry } from './entry.ts'
import { type EventType, oneOf } from './event.ts'
import { countSince, entriesSince } from './journal.ts'
import { cursorOf, forgetCursor, type JournalCursor, moveOn, setOut } from './journal-cursors.ts'
import type { Sharing } from './noted.ts'
import type { Store } from './store.ts'

/**
 * Reads the journal with a cursor of its own, which moves in the transaction of each step: it misses nothing that happened
 * while nobody read, and does nothing twice. Of several processes one makes each step.
 */
export interface JournalReader<State = unknown> {
  /** Stands beside its cursor for ever. @NOTE it is its concurrency key, too: what a reader writes, nobody else may write. */
  name: string
  /** What it reads of. */
  kinds: readonly EventType[]
  /** What it keeps of a step that is too long to be made in one go. */
  state?: z.ZodType<State>
  /** What it does before its first step, which is about what happens from then on; answers with what it has to do yet. */
  begin?(tx: Writing): Promise<State | null>
  /** Looks at what happened and says what follows. */
  step(db: Reading, batch: Batch<State>): Promise<Step<State>>
}

/** What happened since a reader's last step. */
export interface Batch<State = unknown> {
  /** Up to here it is done, but for the state. */
  seq: number
  state: State | null
  /** What it reads of, oldest first; some, where there is no state. */
  entries: readonly Entry[]
  /** There is nothing else for it up to here. */
  upTo: number
}

export interface Step<State = unknown> {
  /** Where the reader stands then; at the end of the batch where nothing is said. */
  to?: { seq: number; state: State | null }
  /** Slow work that needs no database, and for which nobody is kept waiting. */
  prepare?(): Promise<unknown>
  /** What is done in one transaction with the cursor's move. */
  act(tx: Writing): Promise<unknown>
}

const AT_ONCE = 200
/** So many entries that are nothing to a reader are passed by before its cursor moves. */
const MOST_PASSED = 10_000

/** Makes a reader's next step; answers whether there may be another at once. */
export async function readOn(store: Store, reader: JournalReader): Promise<boolean> {
  const next = await store.read((db) => nextOf(db, reader))
  if (next === 'not begun') return begin(store, reader)
  if (!next) return false
  await next.step.prepare?.()
  const { value: moved } = await store.write(async (tx) => {
    if (!(await moveOn(tx, reader.name, next.from, next.to))) return false
    await next.step.act(tx)
    return true
  }, besides(reader))
  return next.isMore || !moved
}

/** Whether there is something that a reader has yet to read. */
export async function isBehind(db: Reading, reader: JournalReader): Promise<boolean> {
  const next = await nextOf(db, reader)
  return next === 'not begun' || (next !== undefined && next.step !== PASSING)
}

/** How many entries of the journal that a reader reads of it has not come to yet. */
export async function lagOf(db: Reading, { name, kinds }: JournalReader): Promise<number> {
  const cursor = await cursorOf(db, name)
  return countSince(db, cursor?.seq ?? 0, kinds)
}

/** Lets a reader begin again as if it had never read. */
export function startOver(tx: Writing, { name }: JournalReader): Promise<void> {
  return forgetCursor(tx, name)
}

interface Next {
  from: JournalCursor
  to: { seq: number; state: unknown }
  step: Step
  isMore: boolean
}

const PASSING: Step = { act: async () => {} }

async function nextOf(db: Reading, reader: JournalReader): Promise<Next | 'not begun' | undefined> {
  const from = await cursorOf(db, reader.name)
  if (!from) return 'not begun'
  const state = from.state === null ? null : (reader.state?.parse(JSON.parse(from.state)) ?? null)
  const { entries, upTo, isAll } = await unread(db, reader, from.seq)
  if (state === null && upTo === from.seq) return
  const isPassing = state === null && entries.length === 0
  const step = isPassing ? PASSING : await reader.step(db, { seq: from.seq, state, entries, upTo })
  const to = step.to ?? { seq: upTo, state: null }
  return { from, to, step, isMore: !isAll || to.seq < upTo || to.state !== null }
}

/** The next of what a reader reads of, past what it does not. */
async function unread(db: Reading, { kinds }: JournalReader, seq: number) {
  const isRead = oneOf(kinds)
  for (let [upTo, passed] = [seq, 0]; ; passed += AT_ONCE) {
    const all = await entriesSince(db, upTo, AT_ONCE)
    const entries = all.filter(isRead)
    upTo = all.at(-1)?.seq ?? upTo
    const isAll = all.length < AT_ONCE
    if (isAll || entries.length > 0 || passed >= MOST_PASSED) return { entries, upTo, isAll }
  }
}

function besides({ name }: JournalReader): Sharing {
  return { concurrencyKey: name }
}

async function begin(store: Store, reader: JournalReader): Promise<true> {
  await store.write(async (tx) => {
    if (!(await setOut(tx, reader.name, null))) return
    const state = (await reader.begin?.(tx)) ?? null
    const from = (await cursorOf(tx, reader.name))!
    if (state !== null) await moveOn(tx, reader.name, from, { seq: from.seq, state })
  }, besides(reader))
  return true
}
