import type { MediaStore } from '../../domain/media/index.ts'
import type { Store } from '../../store/index.ts'
import { Mistakes } from '../kit/mistakes.ts'
import type { ShowProgress } from '../kit/progress.ts'
import { writeOrRehearse } from '../kit/rehearse.ts'
import type { ArticlesTally } from './articles-tally.ts'
import { check } from './check.ts'
import { prepare } from './prepare.ts'
import { readFolder } from './read-folder.ts'
import { shownAsTyped } from './texts.ts'

export interface ArticlesImport {
  store: Store
  folder: string
  media: MediaStore
  /** The moment that everything written carries. */
  at: number
  /** Looks, judges and counts, and leaves everything as it is. */
  dryRun?: boolean | undefined
  progress?: ShowProgress | undefined
  /** Is told, a line each, what of the texts is shown as it was typed, and what was left alone. */
  remark?: ((line: string) => void) | undefined
}

/**
 * Reads a folder of articles into the publication, all or nothing; a second run finds everything the same. Throws one
 * Refusal that tells every mistake with its file and line.
 */
export async function importArticles({
  store,
  folder,
  media,
  at,
  dryRun,
  progress,
  remark = () => {},
}: ArticlesImport): Promise<ArticlesTally> {
  const mistakes = new Mistakes()
  const prepared = await prepare(store, { folder, media: dryRun ? undefined : media, mistakes, progress })
  try {
    mistakes.refuse()
    prepared.articles.flatMap(shownAsTyped).forEach(remark)
    const { tally, told } = await writeOrRehearse(store, dryRun, (tx) => prepared.write(tx, at))
    told.forEach(remark)
    return tally
  } finally {
    await prepared.settle()
  }
}

/** Throws one Refusal that tells every mistake of a folder that can be seen without the publication. */
export function refuseMistakenFolder(folder: string): void {
  const mistakes = new Mistakes()
  check(readFolder(folder, mistakes), mistakes)
  mistakes.refuse()
}
