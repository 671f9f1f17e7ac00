import { z } from 'zod'
import { slugFrom } from '../../domain/articles/index.ts'
import { isInkless } from '../../kit/characters.ts'
import { plainArticle } from '../../text/plain.ts'
import { language, line, moment } from '../kit/fields.ts'
import type { Mistakes } from '../kit/mistakes.ts'
import { type Located, readYaml } from '../kit/yaml-text.ts'

const WRONG_SLUG =
  'should be small letters, digits and single hyphens, at most 120, and none of Parley’s own words such as “search”.'

const frontMatter = z.strictObject({
  title: line,
  slug: z.string().refine((text) => slugFrom(text) !== undefined, WRONG_SLUG),
  standfirst: line.optional(),
  /** Of which other edition of the article it is a translation, by its language. */
  original: language.optional(),
  /** Where this edition appeared at another time than the article. */
  published: moment.optional(),
  picture: z.strictObject({ alt: line, caption: line.optional() }).optional(),
})

export type FrontMatter = z.output<typeof frontMatter>

/** The words of an article in one language: front matter between two lines of `---`, then Markdown. */
export interface EditionFile extends Located<FrontMatter> {
  body: string
  /** The line of the file on which the body begins. */
  bodyLine: number
}

const PARTS = /^---\n(.*?\n)---(?:\n|$)(.*)$/s

export function readEdition(file: string, text: string, mistakes: Mistakes): EditionFile | undefined {
  const [whole, head = '', body = ''] = PARTS.exec(text) ?? []
  if (whole === undefined)
    return void mistakes.add({ file, line: 1 }, 'It should begin with front matter between two lines of “---”.')
  const words = body.trim()
  const isShown = !isInkless(plainArticle(words))
  if (!isShown) mistakes.add({ file }, 'There are no words below the front matter.')
  const read = readYaml({ file, text: head, firstLine: 2 }, frontMatter, mistakes)
  const bodyLine = whole.slice(0, whole.length - body.length).split('\n').length + linesBefore(body)
  return read && isShown ? { ...read, body: words, bodyLine } : undefined
}

function linesBefore(body: string): number {
  return body.slice(0, body.length - body.trimStart().length).split('\n').length - 1
}
