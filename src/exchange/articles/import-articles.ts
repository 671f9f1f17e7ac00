import type { Store } from '../../store/index.ts'
import { Mistakes } from './mistakes.ts'
import { type Prepared, prepare, type ShowProgress } from './prepare.ts'
import type { Tally } from './tally.ts'

export interface ArticlesImport {
  store: Store
  folder: string
  mediaFolder: string
  /** The moment that everything written carries. */
  at: number
  /** Looks, judges and counts, and leaves everything as it is. */
  dryRun?: boolean | undefined
  progress?: ShowProgress | undefined
}

/**
 * Reads a folder of articles into the publication, all or nothing; a second run finds everything the same. Throws one
 * Refusal that tells every mistake with its file and line.
 */
export async function importArticles({
  store,
  folder,
  mediaFolder,
  at,
  dryRun,
  progress,
}: ArticlesImport): Promise<Tally> {
  const mistakes = new Mistakes()
  const prepared = await prepare(store, { folder, mediaFolder: dryRun ? undefined : mediaFolder, mistakes, progress })
  mistakes.refuse()
  if (dryRun) return rehearsed(store, prepared, at)
  const { value } = await store.write((tx) => prepared.write(tx, at))
  return value.tally
}

/** Writes everything, counts it, and takes it back. */
async function rehearsed(store: Store, prepared: Prepared, at: number): Promise<Tally> {
  const { promise: tally, resolve } = Promise.withResolvers<Tally>()
  const enough = new Error('the rehearsal is over')
  try {
    await store.write(async (tx) => {
      resolve((await prepared.write(tx, at)).tally)
      throw enough
    })
  } catch (error) {
    if (error !== enough) throw error
  }
  return tally
}
