import { setTimeout } from 'node:timers/promises'
import type { Database } from './database.ts'
import { openDatabase } from './dialect/index.ts'
import { latestSeq } from './journal.ts'

/** So long one that does not answer is left alone, and a question to it may take. */
const APART_MS = 10_000
const PATIENCE_MS = 2_000
/** One that is nearly there is waited for. */
const LOOKS = 3
const LOOK_MS = 10

/** A database that follows ours, as far as it has come. */
export interface Replica {
  readonly database: Database
  /** Says that it did not answer as it should. */
  leaveApart(): void
}

interface Followed {
  address: string
  database?: Database
  opening?: Promise<unknown> | undefined
  seq: number
  apartUntil: number
}

/** Databases that follow ours. Nobody waits for one to be opened, and nobody is told of one that fails: then ours is asked. */
export class Replicas {
  readonly #all: Followed[]
  #turn = 0

  constructor(addresses: readonly string[]) {
    this.#all = addresses.map((address) => ({ address, seq: 0, apartUntil: 0 }))
    for (const one of this.#all) this.#open(one)
  }

  /** The next in turn that has come as far as the journal's number; undefined where none has. */
  async at(seq: number): Promise<Replica | undefined> {
    for (let looked = 0; looked < this.#all.length; looked++) {
      const one = this.#all[this.#turn++ % this.#all.length]!
      if (one.apartUntil > performance.now()) continue
      const { database } = one
      if (!database) this.#open(one)
      else if (await this.#hasCome(one, database, seq)) return { database, leaveApart: () => leaveApart(one) }
    }
    return
  }

  async close(): Promise<void> {
    await Promise.all(this.#all.map(({ opening }) => opening))
    await Promise.all(this.#all.map(({ database }) => database?.close()))
  }

  async #hasCome(one: Followed, database: Database, seq: number): Promise<boolean> {
    try {
      for (let look = 0; one.seq < seq && look < LOOKS; look++) {
        if (look > 0) await setTimeout(LOOK_MS)
        one.seq = Math.max(one.seq, await latestSeq({ look: () => database.reader }))
      }
      return one.seq >= seq
    } catch {
      leaveApart(one)
      return false
    }
  }

  #open(one: Followed) {
    one.opening ??= openDatabase(one.address, { patienceMs: PATIENCE_MS, isReplica: true })
      .then(
        (database) => {
          one.database = database
        },
        () => leaveApart(one),
      )
      .finally(() => {
        one.opening = undefined
      })
  }
}

function leaveApart(one: Followed) {
  one.apartUntil = performance.now() + APART_MS
}
