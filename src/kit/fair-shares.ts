/** Who takes; null where many stand behind one, so that nothing can be said of any of them. */
type Taker = string | null

/** Divides what there is of something: nobody takes more than is left to all others. */
export interface FairShares {
  /** Takes so much, or nothing at all. */
  take(who: Taker, amount: number): boolean
  giveBack(who: Taker, amount: number): void
  hasRoom(who: Taker, amount: number): boolean
}

export function createFairShares(all: number): FairShares {
  const taken = new Map<string, number>()
  let left = all

  function hasRoom(who: Taker, amount: number): boolean {
    return amount <= left - (who === null ? 0 : (taken.get(who) ?? 0))
  }

  function add(who: Taker, amount: number) {
    left -= amount
    if (who === null) return
    const more = (taken.get(who) ?? 0) + amount
    if (more > 0) taken.set(who, more)
    else taken.delete(who)
  }

  return {
    hasRoom,
    take(who, amount) {
      if (!hasRoom(who, amount)) return false
      add(who, amount)
      return true
    },
    giveBack: (who, amount) => add(who, -amount),
  }
}
