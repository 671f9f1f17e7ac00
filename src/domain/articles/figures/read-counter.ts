import type { EditionId } from '../editions/edition.ts'

/** From where readers came to an article, as far as their browsers say; and that they read on in its discussion. */
export const READ_COUNTS = ['site', 'search', 'feed', 'elsewhere', 'unsaid', 'further'] as const
export type ReadCount = (typeof READ_COUNTS)[number]

/** How often an edition was read, from where, and how often its discussion was read on: numbers, and nothing of those who read. */
export type EditionReads = Record<ReadCount, number> & { editionId: EditionId }

/** Counts in memory what a job adds up in the database. */
export interface ReadCounter {
  count(editionId: EditionId, what: ReadCount): void
  /** What was counted since it was taken last. */
  take(): EditionReads[]
  /** Takes back what could not be written. */
  putBack(reads: readonly EditionReads[]): void
}

/** As many editions are counted between two times that it is taken; of further ones nothing is counted. */
const MOST_EDITIONS = 20_000

export const NO_READS: Readonly<Record<ReadCount, number>> = {
  site: 0,
  search: 0,
  feed: 0,
  elsewhere: 0,
  unsaid: 0,
  further: 0,
}

export function createReadCounter(): ReadCounter {
  let counted = new Map<EditionId, EditionReads>()

  function of(editionId: EditionId): EditionReads | undefined {
    const known = counted.get(editionId)
    if (known || counted.size >= MOST_EDITIONS) return known
    const fresh = { ...NO_READS, editionId }
    counted.set(editionId, fresh)
    return fresh
  }

  return {
    count(editionId, what) {
      const reads = of(editionId)
      if (reads) reads[what]++
    },
    take() {
      const taken = [...counted.values()]
      counted = new Map()
      return taken
    },
    putBack(all) {
      for (const more of all) {
        const reads = of(more.editionId)
        if (reads) for (const what of READ_COUNTS) reads[what] += more[what]
      }
    },
  }
}
