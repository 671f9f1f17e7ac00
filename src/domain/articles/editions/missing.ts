import { isInkless } from '../../../kit/characters.ts'
import { type ArticleRemark, remarksOn } from '../../../text/article-remarks.ts'
import type { PictureNamed } from '../../../text/text-pictures.ts'
import type { EditionWords } from './edition.ts'
import { toCome } from './publishing/to-come.ts'

/** Something that readers would miss, and where. */
export interface Missing {
  about: 'title' | 'standfirst' | 'words' | 'picture-text' | 'picture-text-inside' | 'to-come' | ArticleRemark['about']
  part: keyof EditionWords
  /** In the body, from 1. */
  line?: number
  name?: string
}

const UNDESCRIBED = /!\[\s*\]\(/

/** What an edition still lacks, in the order in which it is read. */
export function missingIn(words: EditionWords, hasPicture: boolean, pictureNamed: PictureNamed): Missing[] {
  const lacks = (part: keyof EditionWords, about: Missing['about'] = part as Missing['about']): Missing[] =>
    isInkless(words[part]) ? [{ about, part }] : []
  const waiting = toCome(words)
  return [
    ...lacks('title'),
    ...lacks('standfirst'),
    ...(hasPicture ? lacks('pictureAlt', 'picture-text') : []),
    ...lacks('words'),
    ...(waiting ? [{ about: 'to-come' as const, part: waiting.part, line: waiting.line, name: waiting.excerpt }] : []),
    ...undescribed(words.words),
    ...remarksOn(words.words, pictureNamed).map((remark) => ({ part: 'words' as const, ...remark })),
  ]
}

function undescribed(body: string): Missing[] {
  return body.split('\n').flatMap((text, index) => {
    return UNDESCRIBED.test(text)
      ? [{ about: 'picture-text-inside' as const, part: 'words' as const, line: index + 1 }]
      : []
  })
}
