import type { Store, Writing } from '../../store/index.ts'

/** What a dry run says at its end. */
export const NOTHING_WRITTEN = 'Nothing was written: this was a dry run.'

/** Writes all in one transaction and answers with what that gave; a rehearsal takes it back, so that what the database would refuse is found, too. */
export async function writeOrRehearse<T>(
  store: Store,
  isRehearsal: boolean | undefined,
  work: (tx: Writing) => Promise<T>,
): Promise<T> {
  if (!isRehearsal) return (await store.write(work)).value
  const enough = new Error('the rehearsal is over')
  const rehearsed: T[] = []
  const rehearsal = store.write(async (tx) => {
    rehearsed.push(await work(tx))
    throw enough
  })
  await rehearsal.catch((error) => {
    if (error !== enough) throw error
  })
  return rehearsed.at(-1)!
}
