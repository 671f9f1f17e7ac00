import type { Insertable, Kysely } from 'kysely'
import type { EventType, Payload } from './event.ts'

export type Looks = 'selectFrom' | 'with' | 'withRecursive'

/** May look. Each part opens it on its own tables: `db.look<DiscussionTables>()`. */
export interface Reading {
  /** Whether everything that is asked of it is answered as of one moment. */
  readonly isOneState?: true
  look<Tables>(): Pick<Kysely<Tables>, Looks>
}

/** May look and change; exists only inside `store.write`. */
export interface Writing extends Reading {
  change<Tables>(): Kysely<Tables>
  /** Waits until nobody else is replacing what goes by this name; others wait until this transaction ends. */
  inTurn(name: string): Promise<unknown>
  /** Appends to the journal when the work is done. */
  note<P extends Payload>(event: EventType<P>, what: P & { at: number }): void
  /** Lets a statement go on by itself that nobody needs an answer from; the transaction waits for it before it ends. */
  also(statement: Promise<unknown>): void
  /** Takes part in what those who are under way together have done in one go; alone, it is done for this one. */
  jointly<Row, Answer>(step: Joint<Row, Answer>, row: Row): Promise<Answer>
  /** Numbers that nobody else gets, in their order, for so many rows that are yet to come into a table. */
  numbers(table: string, count: number): Promise<number[]>
  /** Adds many rows at once. All have the same columns in the same order. */
  fill<Tables, Table extends keyof Tables & string>(
    table: Table,
    rows: readonly Insertable<Tables[Table]>[],
  ): Promise<unknown>
  /** Does work that brings very many rows into these tables, in which it asks for little by other columns than the keys. */
  inBulk<T>(tables: readonly string[], work: () => Promise<T>): Promise<T>
  /** Sets a table's identities past those that an import brought. */
  afterImport(table: string): Promise<unknown>
}

/** What those who are under way together have done in one go: a row of each comes in, and an answer to each goes out, in their order. */
export interface Joint<Row, Answer = void> {
  (tx: Writing, rows: readonly Row[]): Promise<readonly Answer[]>
  /** Whether it counts what it wrote before, and so begins only when those who came earlier have been answered. */
  readonly isInTurn?: true
}

/** What a write gave, and the journal's number that tells others when they have seen it. */
export interface Written<T> {
  value: T
  seq: number
}
