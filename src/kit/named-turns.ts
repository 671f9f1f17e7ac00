/** Lets works of one name be done one after the other, and works of different names at once. */
export function createNamedTurns() {
  const last = new Map<string, Promise<unknown>>()

  return {
    oneAtATime<T>(name: string, work: () => Promise<T>): Promise<T> {
      const mine = (last.get(name) ?? Promise.resolve()).then(work)
      const ended = mine
        .catch(() => {})
        .then(() => {
          if (last.get(name) === ended) last.delete(name)
        })
      last.set(name, ended)
      return mine
    },
  }
}
