import { idFrom } from '../kit/ids.ts'
import { type Language, languageFrom } from '../kit/language.ts'

/** What is quoted: a comment, or the article in one of its languages. */
export type QuotedPassage = { comment: number } | { language: Language; slug: string }

/** Where a quoted passage stands, as whoever quotes it writes it. */
export function pathOfPassage(of: QuotedPassage): string {
  return 'comment' in of ? `/c/${of.comment}` : `/${of.language}/${of.slug}`
}

/** What stands at such an address; undefined for every other. */
export function passageAt(path: string): QuotedPassage | undefined {
  const [, first = '', second = '', ...more] = path.split('/')
  if (second === '' || more.length > 0) return
  if (first !== 'c') {
    const language = languageFrom(first)
    return language === first ? { language, slug: second } : undefined
  }
  const comment = idFrom(second)
  return comment === undefined ? undefined : { comment }
}
