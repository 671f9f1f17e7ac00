import { type ArticleRemark, remarksOn } from '../../text/article-remarks.ts'
import { fileBelow } from '../kit/folder-files.ts'
import { type MistakePlace, Mistakes } from '../kit/mistakes.ts'
import type { ReadArticle, ReadEdition } from './read-folder.ts'

/** What is lost or misplaced if the text is taken as it is; the folder is refused for it. */
const WRONG: Partial<Record<ArticleRemark['about'], (name: string) => string>> = {
  'note-missing': (name) => `There is no note “[^${name}]: …” to which this leads.`,
  'note-uncited': (name) => `Nothing leads to the note “[^${name}]”, so that nobody would see it.`,
  'mark-alone': (name) =>
    `“{${name}}” marks nothing; it should stand right behind words in brackets, as in “[the words]{claim key}”.`,
  'picture-inline': (name) => `The picture “${name}” stands among words; give it a paragraph of its own.`,
}

/** What is shown as it was typed. */
const AS_TYPED: Partial<Record<ArticleRemark['about'], string>> = {
  html: 'HTML is shown as it was typed.',
  strike: 'Struck words (“~~”) are shown as they were typed.',
  task: 'A list to tick off is shown as it was typed.',
  formula: 'A formula (“$$”) is shown as it was typed.',
}

/** A picture that a text calls by its name, and where it does so first. */
export interface CalledPicture {
  name: string
  place: MistakePlace
}

/** The pictures that the texts of an article call, each once. */
export function picturesCalled({ editions }: Pick<ReadArticle, 'editions'>): CalledPicture[] {
  const called = new Map<string, CalledPicture>()
  for (const edition of editions) {
    for (const { about, name = '', line } of remarksOn(edition.body, () => undefined)) {
      if (about === 'picture-missing' && !called.has(name)) called.set(name, { name, place: placeIn(edition, line) })
    }
  }
  return [...called.values()]
}

/** Sees that each text's notes and pictures are there and lead somewhere. */
export function checkTexts(article: ReadArticle, mistakes: Mistakes) {
  const missing = new Set<string>()
  for (const { name, place } of picturesCalled(article)) {
    const found = new Mistakes()
    if (fileBelow(article.folder, name, found)) continue
    missing.add(name)
    mistakes.add(place, `The picture “${name}”: ${found.all[0]!.sentence}`)
  }
  for (const edition of article.editions) {
    for (const { about, name = '', line } of remarksIn(edition, (picture) => !missing.has(picture))) {
      const sentence = WRONG[about]?.(name)
      if (sentence) mistakes.add(placeIn(edition, line), sentence)
    }
  }
}

/** What of the texts is shown as it was typed, a line each. */
export function shownAsTyped({ editions }: Pick<ReadArticle, 'editions'>): string[] {
  return editions.flatMap((edition) =>
    remarksIn(edition, () => true).flatMap(({ about, line }) => {
      const sentence = AS_TYPED[about]
      const place = placeIn(edition, line)
      return sentence ? [`${place.file}, line ${place.line}: ${sentence}`] : []
    }),
  )
}

const ANY = { src: '', srcset: '', avif: '', width: 1, height: 1 }

function remarksIn({ body }: ReadEdition, hasPicture: (name: string) => boolean): ArticleRemark[] {
  return remarksOn(body, (name) => (hasPicture(name) ? ANY : undefined))
}

function placeIn({ at, bodyLine }: ReadEdition, line: number): MistakePlace {
  return { file: at().file, line: bodyLine + line - 1 }
}
