import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type DrawPicture, type MediaStore, onDisk } from '../../domain/media/index.ts'
import type { Reading, Writing } from '../../store/index.ts'
import type { Mistakes } from '../kit/mistakes.ts'
import type { ShowProgress } from '../kit/progress.ts'
import { emptyTally } from '../kit/tally.ts'
import { type ArticlesTally, KINDS } from './articles-tally.ts'
import { bothSides } from './both-sides-of-folder.ts'
import { check } from './check.ts'
import { checkAgainst } from './check-against.ts'
import { keepPictures, settlePictures } from './pictures.ts'
import { type ReadFolder, readFolder } from './read-folder.ts'
import { writeArticle, writeRelated } from './write-article.ts'
import { type KnownRows, writePublication } from './write-publication.ts'

export interface Preparing {
  folder: string
  /** Where pictures are kept; without it they are only tried. */
  media: MediaStore | undefined
  mistakes: Mistakes
  /** How pictures come by their renditions, where not as usual. */
  drawing?: DrawPicture | undefined
  progress?: ShowProgress | undefined
}

/** A folder that has been read and judged, and the transaction that writes it. */
export interface Prepared extends ReadFolder {
  write(tx: Writing, at: number): Promise<{ tally: ArticlesTally; known: KnownRows; told: string[] }>
  /** Ends what was prepared, written or not. */
  settle(): Promise<void>
}

/** Does all that comes before the transaction: reads, judges, and keeps the pictures. */
export async function prepare(
  db: Reading,
  { folder, media, mistakes, drawing, progress = () => {} }: Preparing,
): Promise<Prepared> {
  const read = readFolder(folder, mistakes)
  check(read, mistakes)
  await checkAgainst(db, read, mistakes)
  const steps = read.articles.length * 2
  let done = 0
  const step = () => progress(++done, steps)
  const pictures = await kept(db, read, mistakes, media, step, drawing)
  return {
    ...read,
    settle: () => settlePictures(pictures),
    async write(tx, at) {
      done = read.articles.length
      const tally = emptyTally(KINDS)
      const told: string[] = []
      const sides = await bothSides(tx, folder, (file, sentence) => void told.push(`${file}: ${sentence}`))
      const known = await writePublication(tx, read.publication!.value, tally, at, await sides.isPublicationLeft())
      for (const article of read.articles) {
        await writeArticle(tx, article, known, pictures, tally, at, await sides.judge(article))
        step()
      }
      for (const article of read.articles) await writeRelated(tx, article, at)
      await sides.note(read.articles)
      return { tally, known, told }
    },
  }
}

/** Draws the pictures where they belong; where nothing will be written, only to see that they can be drawn. */
async function kept(
  db: Reading,
  read: ReadFolder,
  mistakes: Mistakes,
  media: MediaStore | undefined,
  step: () => void,
  drawing?: DrawPicture,
) {
  if (media && mistakes.all.length === 0) return keepPictures(db, read, media, mistakes, step, drawing)
  const aside = await mkdtempDisposable(path.join(tmpdir(), 'parley-'))
  await using _ = aside
  return keepPictures(db, read, onDisk(aside.path), mistakes, step)
}
