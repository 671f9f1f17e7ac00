import { importDone, publicationRestored } from '../../domain/articles/index.ts'
import { type DeclaredEntry, lastOnAll, latestSeq, oneOf } from '../../store/index.ts'
import type { LiveContext } from './live-context.ts'

/** After these nothing that a page shows needs to be as it was, nor the numbers in it. */
const RESETS = [importDone, publicationRestored]
const isReset = oneOf(RESETS)

/** Knows from which of the journal's numbers on everything stands as it was last put in place; asked once, then heard of. */
export function createReset({ store, tail }: Pick<LiveContext, 'store' | 'tail'>) {
  let known: Promise<number> | undefined

  tail.follow((entries) => {
    const last = entries.findLast(resetsPages)
    if (last) known = Promise.resolve(last.seq)
  })

  function begun(): Promise<number> {
    known ??= lastOnAll(store, RESETS).catch((error) => {
      known = undefined
      throw error
    })
    return known
  }

  return {
    /** From which number on somebody is told who comes with one of before, or with one that is not reached; undefined where theirs counts. */
    async since(seq: number): Promise<number | undefined> {
      const first = await begun()
      if (seq < first) return first
      if (seq <= tail.seq) return
      const latest = await latestSeq(store)
      if (seq > latest) return latest
    },
  }
}

export function resetsPages(entry: DeclaredEntry): boolean {
  return entry.touches === 'everything' && isReset(entry)
}
