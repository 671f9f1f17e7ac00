/** Lets so many works be under way at once; the others wait for their turn. */
export function createAtOnce(most: number) {
  const waiting: (() => void)[] = []
  let under = 0

  return async function inTurn<T>(work: () => Promise<T>): Promise<T> {
    if (under === most) await new Promise<void>((begin) => waiting.push(begin))
    else under++
    try {
      return await work()
    } finally {
      const next = waiting.shift()
      if (next) next()
      else under--
    }
  }
}
