/** Remembers rows that are known to be there, so that they are not looked for again. */
export interface Seen {
  /** Those of the numbers that nobody has looked for. */
  unseen(table: string, ids: readonly number[]): number[]
  add(table: string, ids: readonly number[]): void
}

const MOST = 100_000

export function createSeen(): Seen {
  const tables = new Map<string, Set<number>>()

  function seenIn(table: string): Set<number> {
    const ids = tables.get(table) ?? new Set()
    tables.set(table, ids)
    return ids
  }

  return {
    unseen: (table, ids) => ids.filter((id) => !seenIn(table).has(id)),
    add(table, ids) {
      const seen = seenIn(table)
      if (seen.size + ids.length > MOST) seen.clear()
      for (const id of ids) seen.add(id)
    },
  }
}
