import { isInkless } from '../../../../kit/characters.ts'
import type { Id } from '../../../../kit/ids.ts'
import type { Language } from '../../../../kit/language.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import { slugFrom } from '../../editions/slug.ts'

export type StaticPageId = Id<'staticPage'>

/** Where a page is led to from: beside the sections, at the foot, or from nowhere but its address. */
export const PAGE_PLACES = ['head', 'foot', 'nowhere'] as const
export type PagePlace = (typeof PAGE_PLACES)[number]

/** A page that stands for itself: about, imprint, contact. */
export interface StaticPage {
  slug: string
  place: PagePlace
  words: readonly StaticPageWords[]
}

export interface StaticPageWords {
  language: Language
  title: string
  /** Markdown. */
  words: string
}

const LONGEST_TITLE = 200
const LONGEST_WORDS = 100_000

/** At the desk, where a page that is not there yet is written. */
export const NEW_PAGE = 'new'

/** The same page; throws Trouble where its address cannot be one, or where words are missing or too long. */
export function mustBePage(page: StaticPage): StaticPage {
  if (slugFrom(page.slug) === undefined || page.slug === NEW_PAGE) throw new Trouble('invalid', 'slug.wrong')
  if (page.words.length === 0) throw new Trouble('invalid', 'title.missing')
  for (const { title, words } of page.words) {
    if (isInkless(title)) throw new Trouble('invalid', 'title.missing')
    if (title.length > LONGEST_TITLE) throw new Trouble('invalid', 'title.too-long', { limit: LONGEST_TITLE })
    if (isInkless(words)) throw new Trouble('invalid', 'words.empty')
    if (words.length > LONGEST_WORDS) throw new Trouble('invalid', 'words.page-too-long', { limit: LONGEST_WORDS })
  }
  return page
}
