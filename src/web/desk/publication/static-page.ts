import { paths } from '../../../addresses/paths.ts'
import { NEW_PAGE, PAGE_PLACES, pagesPart, type StaticPage, slugFor } from '../../../domain/articles/index.ts'
import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { folded } from '../../../text/fold.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, text, textOrNone } from '../../http/shapes.ts'
import { keyAgain } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { staticPageHtml } from '../../static-pages/index.ts'
import { USUAL } from './pages-list-page.ts'
import { previewFrame, valuesOf } from './previewing.ts'
import { reshaped } from './shaped.ts'
import { type StaticPageTyped, staticPageForm } from './static-page-form.ts'
import { wordsIn } from './words-in.ts'

const FORM = {
  in: textOrNone,
  slug: text,
  place: text,
  title: text,
  words: text,
  preview: flag,
  again: flag,
  end: flag,
}

/** One of the publication's own pages, its words in one language, `?in=`. */
export const show = taking(
  { params: { page: text }, query: { in: textOrNone } },
  async (ask, { page: slug, in: wanted }) => {
    const language = await wordsIn(ask, wanted)
    const say = await ask.say()
    const found = (await ask.store.read(pagesPart.read)).find((one) => one.slug === slug)
    const said = found?.words.find((one) => one.language === language)
    const isUsual = !found && slug !== NEW_PAGE
    const typed = {
      slug: slug === NEW_PAGE ? '' : slug,
      place: found?.place ?? 'foot',
      title: said?.title ?? (isUsual && USUAL.some((one) => one === slug) ? say(`usual-page.${slug}`) : ''),
      words: said?.words ?? '',
    }
    return shown(ask, slug, language, typed, found !== undefined)
  },
)

/** Makes it or changes it; with `preview`, shows it; with `end`, takes it away. */
export const create = taking(
  { params: { page: text }, form: FORM },
  async (ask, { page: slug, in: wanted, preview, again, end: ends, ...typed }) => {
    const language = await wordsIn(ask, wanted)
    if (again) return shown(ask, slug, language, typed, await isThere(ask, slug))
    const sent = { at: slug, language, ends, ...typed }
    if (ends) return reshaped(ask, pagesPart, sent, (before) => before.filter((one) => one.slug !== slug))
    if (!preview) return reshaped(ask, pagesPart, sent, (before) => wantedFrom(before, slug, language, typed))
    const [frame, say] = [await ask.frame(), await ask.say()]
    const values = valuesOf({ key: keyAgain(ask, undefined), language: frame.language, in: language, ...typed })
    const { title, words } = typed
    const draft = { slug, language, title, words, languages: [language] }
    return page(staticPageHtml(previewFrame(frame, paths.deskStaticPage(slug), values, say), draft, say))
  },
  async (ask, { page: slug, in: wanted, preview: _, again: __, end: ___, ...typed }, ____, wrong) =>
    shown(ask, slug, await wordsIn(ask, wanted), typed, await isThere(ask, slug), wrong),
)

async function isThere(ask: Ask, slug: string): Promise<boolean> {
  return (await ask.store.read(pagesPart.read)).some((one) => one.slug === slug)
}

function wantedFrom(
  before: readonly StaticPage[],
  at: string,
  language: Language,
  typed: StaticPageTyped,
): StaticPage[] {
  const present = before.find(({ slug }) => slug === at)
  const own = { language, title: folded(typed.title), words: typed.words.replaceAll('\r\n', '\n').trim() }
  const others = present?.words.filter((said) => said.language !== language) ?? []
  const words = [...others, own].sort((a, b) => (a.language < b.language ? -1 : 1))
  const place = PAGE_PLACES.find((one) => one === typed.place) ?? 'foot'
  const page = { slug: typed.slug.trim() || slugFor(own.title), place, words }
  if (!present) return [...before, page]
  return before.map((one) => (one === present ? page : one))
}

async function shown(ask: Ask, slug: string, language: string, typed: StaticPageTyped, isKept: boolean, wrong?: Wrong) {
  const [frame, say] = [await ask.frame(), await ask.say()]
  if (slug.length > LONGEST_SLUG) throw new Trouble('missing', 'page.missing')
  const sending = { action: paths.deskStaticPage(slug), key: keyAgain(ask, wrong), hidden: { in: language } }
  const form = {
    at: slug,
    typed,
    wordsIn: language,
    isThere: isKept,
    sending,
    errors: wrong?.errors ?? {},
    error: wrong?.error ?? null,
  }
  return page(staticPageForm(frame, form, say), wrong?.status)
}

const LONGEST_SLUG = 200
