import type { Reading } from './access.ts'

/** Gives one answer for each state of everything, however often it is asked; where the state may change meanwhile, it is asked anew. */
export function oncePerState<T>(question: (db: Reading) => Promise<T>): (db: Reading) => Promise<T> {
  const answers = new WeakMap<Reading, Promise<T>>()
  return (db) => {
    if (!db.isOneState) return question(db)
    const known = answers.get(db)
    if (known) return known
    const answer = question(db)
    answers.set(db, answer)
    return answer
  }
}
