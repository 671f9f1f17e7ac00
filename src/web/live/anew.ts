import { type Entry, lastOnAll, latestSeq, type Reading } from '../../store/index.ts'

/** After these nothing that a page shows needs to be as it was, nor the numbers in it. */
const ANEW = ['import.done', 'publication.restored']

/** The number at which everything was put in place anew after a page was made; undefined where its own still counts. */
export async function anewSince(db: Reading, seq: number): Promise<number | undefined> {
  const begun = await lastOnAll(db, ANEW)
  if (seq < begun) return begun
  const latest = await latestSeq(db)
  if (seq > latest) return latest
}

export function beginsAnew({ kind, articleId }: Entry): boolean {
  return articleId === null && ANEW.includes(kind)
}
