import path from 'node:path'
import { articleByKey } from '../../domain/articles/index.ts'
import { sha256 } from '../../kit/hash.ts'
import type { Writing } from '../../store/index.ts'
import { BOTH_CHANGED, fileHash, NEWER_HERE, noteSame, sidesOf } from './both-sides.ts'
import { articleOut } from './out/article-out.ts'
import { keysIn } from './out/export-articles.ts'
import { publicationOut } from './out/publication-out.ts'
import type { ReadArticle } from './read-folder.ts'
import type { Judged } from './write-article.ts'

const PUBLICATION = 'publication.yaml'

/** Judges, file by file, whether what is here is newer than what a folder says; what is left alone is told. */
export async function bothSides(tx: Writing, folder: string, told: Judged['told']) {
  const keys = keysIn(folder)
  const before = await publicationOut(tx, keys)
  const left = new Set<string>()

  async function isLeft(name: string, here: string | undefined): Promise<boolean> {
    const sides = here === undefined ? undefined : await sidesOf(tx, name, fileHash(folder, name), here)
    if (!sides?.here) return false
    left.add(name)
    told(path.join(folder, name), sides.file ? BOTH_CHANGED : NEWER_HERE)
    return true
  }

  return {
    isPublicationLeft: () => isLeft(PUBLICATION, before.text),

    async judge({ key }: ReadArticle): Promise<Judged> {
      const name = path.posix.join(key, 'article.yaml')
      const article = await articleByKey(tx, key)
      const texts = article ? (await articleOut(tx, article.id, before)).texts : new Map<string, string>()
      return {
        isLeft: await isLeft(name, texts.get(name)),
        told(file, sentence) {
          left.add(path.relative(folder, file).split(path.sep).join('/'))
          told(file, sentence)
        },
        async sidesOf(language) {
          const words = path.posix.join(key, `${language}.md`)
          const here = texts.get(words)
          const file = fileHash(folder, words)
          return here === undefined || file === sha256(here) ? undefined : sidesOf(tx, words, file, here)
        },
      }
    },

    /** Notes of what was not left alone that both sides say the same now. */
    async note(articles: readonly ReadArticle[]) {
      const after = await publicationOut(tx, keys)
      if (!left.has(PUBLICATION)) await noteSame(tx, PUBLICATION, fileHash(folder, PUBLICATION), after.text)
      for (const { key } of articles) {
        const article = await articleByKey(tx, key)
        if (!article) continue
        for (const [name, text] of (await articleOut(tx, article.id, after)).texts)
          if (!left.has(name)) await noteSame(tx, name, fileHash(folder, name), text)
      }
    },
  }
}
