import { readFile, stat, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { allArticles } from '../../../domain/articles/index.ts'
import { bytesOf, type MediaStore } from '../../../domain/media/index.ts'
import { nameKey } from '../../../domain/people/index.ts'
import { makeFolder } from '../../../kit/folder.ts'
import { sha256 } from '../../../kit/hash.ts'
import type { Store } from '../../../store/index.ts'
import { Mistakes } from '../../kit/mistakes.ts'
import { BOTH_CHANGED, fileHash, noteSame, sidesOf } from '../both-sides.ts'
import { publicationIn } from '../read-folder.ts'
import { articleOut } from './article-out.ts'
import { type KnownKeys, publicationOut } from './publication-out.ts'

export interface ArticlesExport {
  store: Store
  folder: string
  media: MediaStore
  /** Is told, a line each, what was left alone or left out, and why. */
  remark?: (line: string) => void
}

export interface ExportTally {
  written: number
  same: number
  leftAlone: number
}

const CHANGED_IN_FILE = 'It was changed in the file and not here; “import articles” brings it in.'
const OTHERWISE = 'There is another file of this name, which was left alone.'
const AT_ONCE = 100

/**
 * Writes the folder of Markdown that `importArticles` reads. A file that says what is here already stays as it is, byte for byte;
 * one that was changed since is told and left alone.
 */
export async function exportArticles({
  store,
  folder,
  media,
  remark = () => {},
}: ArticlesExport): Promise<ExportTally> {
  const tally = { written: 0, same: 0, leftAlone: 0 }
  const publication = await store.read((db) => publicationOut(db, keysIn(folder)))
  await put('publication.yaml', publication.text)
  for (let after = 0; ; ) {
    const articles = await allArticles(store, after, AT_ONCE)
    for (const { id } of articles) {
      const { texts, pictures, untold } = await store.read((db) => articleOut(db, id, publication))
      untold.forEach(remark)
      for (const [name, text] of texts) await put(name, text)
      for (const [name, original] of pictures) await putPicture(name, original)
    }
    if (articles.length < AT_ONCE) return tally
    after = articles.at(-1)!.id
  }

  async function put(name: string, text: string) {
    const file = fileHash(folder, name)
    const sides = await store.read((db) => sidesOf(db, name, file, text))
    if (file === sha256(text) || (sides && !sides.file && !sides.here)) {
      tally.same++
      if (!sides || sides.here) await note(name, file, text)
      return
    }
    if (file !== '' && (!sides || sides.file))
      return leave(name, !sides ? OTHERWISE : sides.here ? BOTH_CHANGED : CHANGED_IN_FILE)
    makeFolder(path.dirname(path.join(folder, name)))
    await writeFile(path.join(folder, name), text)
    tally.written++
    await note(name, sha256(text), text)
  }

  async function putPicture(name: string, original: string) {
    const file = path.join(folder, name)
    const [before, bytes] = [await stat(file).catch(() => undefined), await bytesOf(media, original)]
    if (!bytes) return remark(`${name}: The picture’s file is missing.`)
    if (before) return sha256(await readFile(file)) === sha256(bytes) ? void tally.same++ : leave(name, OTHERWISE)
    makeFolder(path.dirname(file))
    await writeFile(file, bytes)
    tally.written++
  }

  function leave(name: string, why: string) {
    tally.leftAlone++
    remark(`${name}: ${why}`)
  }

  async function note(name: string, file: string, text: string) {
    await store.write((tx) => noteSame(tx, name, file, text))
  }
}

/** By what a folder that is there already calls people. */
export function keysIn(folder: string): KnownKeys {
  const people = publicationIn(folder, new Mistakes())?.value.people ?? []
  return new Map(people.map(({ key, name }) => [nameKey(name), key]))
}
