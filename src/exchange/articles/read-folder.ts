import path from 'node:path'
import type { Language } from '../../kit/language.ts'
import { languageFrom } from '../../kit/language.ts'
import { fileBelow, isFolder, namesIn, textOf } from '../kit/folder-files.ts'
import type { MistakePlace, Mistakes } from '../kit/mistakes.ts'
import { type Given, type Located, readGiven } from '../kit/yaml-text.ts'
import { type ArticleFile, articleFile } from './article-file.ts'
import { type EditionFile, readEdition } from './edition-file.ts'
import { type PublicationFile, publicationFile } from './publication-file.ts'

/** A folder of articles as it was read: what could not be is among the mistakes. */
export interface ReadFolder {
  publication: Located<PublicationFile> | undefined
  articles: ReadArticle[]
  /** What stands in the files, also where it is not as it should be, so that what they say of one another is seen at once. */
  given: { publication: Given | undefined; articles: readonly Given[]; editions: readonly ReadEdition[] }
}

export type ReadEdition = EditionFile & { language: Language }

/** One folder, whose name is the article's key. */
export interface ReadArticle extends Located<ArticleFile> {
  key: string
  folder: string
  /** The languages that have a file. */
  languages: Language[]
  /** Those of them that could be read. */
  editions: ReadEdition[]
}

/** Reads every file of the folder before anything is judged. */
export function readFolder(folder: string, mistakes: Mistakes): ReadFolder {
  if (!isFolder(folder)) {
    mistakes.add({ file: folder }, 'There is no such folder.')
    return { publication: undefined, articles: [], given: { publication: undefined, articles: [], editions: [] } }
  }
  const publication = yamlIn(folder, 'publication.yaml', publicationFile, mistakes)
  const folders = namesIn(folder, 'folders').map((name) => readArticle(folder, name, mistakes))
  return {
    publication: wellGiven(publication),
    articles: folders.flatMap(({ article, ...rest }) => {
      const well = wellGiven(article)
      return well ? { ...well, ...rest } : []
    }),
    given: {
      publication,
      articles: folders.flatMap(({ article }) => article ?? []),
      editions: folders.flatMap(({ editions }) => editions),
    },
  }
}

/** What all articles have in common, where a folder says it. */
export function publicationIn(folder: string, mistakes: Mistakes): Located<PublicationFile> | undefined {
  return isFolder(folder) ? wellGiven(yamlIn(folder, 'publication.yaml', publicationFile, mistakes)) : undefined
}

function wellGiven<T>(read: (Given & { value?: T }) | undefined): Located<T> | undefined {
  return read?.value === undefined ? undefined : { ...read, value: read.value }
}

function readArticle(root: string, key: string, mistakes: Mistakes) {
  const folder = path.join(root, key)
  const article = yamlIn(root, path.join(key, 'article.yaml'), articleFile, mistakes)
  const words = namesIn(folder, 'files').flatMap((name) => wordsNamed(root, key, name, mistakes) ?? [])
  const editions = words.flatMap((named) => readWords(root, named, mistakes) ?? [])
  if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(key)) {
    mistakes.add({ file: folder }, 'A folder’s name is the article’s key: small letters, digits and hyphens.')
  }
  return { article, key, folder, languages: words.map(({ language }) => language), editions }
}

interface WordsFile {
  language: Language
  /** From the root of the folder. */
  name: string
}

function wordsNamed(root: string, key: string, file: string, mistakes: Mistakes): WordsFile | undefined {
  const { name: tag, ext } = path.parse(file)
  const name = path.join(key, file)
  const place: MistakePlace = { file: path.join(root, name) }
  if (ext === '.yaml' && tag !== 'article') mistakes.add(place, 'The only such file here is article.yaml.')
  if (ext !== '.md') return
  const language = languageFrom(tag)
  if (language === tag) return { language, name }
  mistakes.add(place, 'A file of words is named by its language, such as en.md.')
}

function readWords(root: string, { language, name }: WordsFile, mistakes: Mistakes) {
  const text = textIn(root, name, mistakes)
  const edition = text === undefined ? undefined : readEdition(path.join(root, name), text, mistakes)
  return edition && { ...edition, language }
}

function yamlIn<T>(root: string, name: string, schema: Parameters<typeof readGiven<T>>[1], mistakes: Mistakes) {
  const text = textIn(root, name, mistakes)
  return text === undefined ? undefined : readGiven({ file: path.join(root, name), text }, schema, mistakes)
}

function textIn(root: string, name: string, mistakes: Mistakes): string | undefined {
  const file = fileBelow(root, name, mistakes)
  return file && textOf(file, mistakes)
}
