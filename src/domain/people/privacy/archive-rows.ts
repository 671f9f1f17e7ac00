import { setImmediate } from 'node:timers/promises'

/** More are not read without others having their turn. */
export const AT_ONCE = 50

/** All rows of a question that is asked again after the last of them. */
export async function* rowsAfter<Row>(
  next: (last: Row | undefined, limit: number) => Promise<Row[]>,
): AsyncGenerator<Row> {
  for (let last: Row | undefined; ; ) {
    const rows = await next(last, AT_ONCE)
    yield* rows
    if (rows.length < AT_ONCE) return
    last = rows.at(-1)
    await setImmediate()
  }
}

/** A moment as other programs read it. */
export function iso(at: number): string
export function iso(at: number | null): string | null
export function iso(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
