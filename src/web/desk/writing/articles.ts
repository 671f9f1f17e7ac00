import { paths } from '../../../addresses/paths.ts'
import {
  beginArticle,
  beginEdition,
  type DeskEdition,
  deskEditions,
  EDITION_STATES,
  editionWordsFrom,
} from '../../../domain/articles/index.ts'
import { type Language, languageFrom } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { id, idOrNone, text, textOrNone } from '../../http/shapes.ts'
import { keyAgain, submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { articlesPage } from './articles-page.ts'
import { newArticlePage } from './new-article-page.ts'

const ON_A_PAGE = 50

const QUERY = {
  state: textOrNone.transform((sent) => EDITION_STATES.find((state) => state === sent)),
  written: textOrNone.transform((sent) => (sent === undefined ? undefined : languageFrom(sent))),
  saved: text.transform(Number),
  before: idOrNone<'edition'>(),
}

/** What is at the desk in any state, the last saved first; `state` and `written` leave the rest out. */
export const show = taking({ query: QUERY }, async (ask, { state, written, saved, before: id }) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const before = id && Number.isSafeInteger(saved) ? { savedAt: saved, id } : undefined
  const found = await deskEditions(ask.store, { state, language: written, before }, ON_A_PAGE + 1)
  const editions = found.slice(0, ON_A_PAGE)
  const last = found.length > ON_A_PAGE ? editions.at(-1) : undefined
  const asked = { state: state ?? '', written: written ?? '' }
  return page(articlesPage(frame, { editions, ...asked, older: olderAt(frame.language, asked, last) }, say))
})

function olderAt(language: string, asked: Record<'state' | 'written', string>, last: DeskEdition | undefined) {
  if (!last) return null
  return paths.deskArticles(language, { ...asked, saved: String(last.savedAt), before: String(last.id) })
}

/** Where an article begins. */
export const form = taking({}, (ask) => beginning(ask, { title: '', standfirst: '', editionLanguage: '' }))

const BEGUN = { title: text, standfirst: text, editionLanguage: text }

/** Begins an article with a draft in one language. */
export const create = taking(
  { form: BEGUN, about: { 'edition.untitled': 'title', language: 'editionLanguage' } },
  async (ask, { editionLanguage, title, standfirst }) => {
    const by = await ask.person()
    const words = editionWordsFrom({ ...BLANK, title, standfirst })
    if (words.title === '') throw new Trouble('invalid', 'edition.untitled')
    const [written, language] = [await offered(ask, editionLanguage), await ask.language()]
    return submitOnce(ask, by, [written, title, standfirst], async (tx) => {
      const edition = await beginArticle(tx, { language: written, words, by, at: ask.at })
      return { location: paths.deskEdition(edition, language) }
    })
  },
  (ask, typed, _, wrong) => beginning(ask, typed, wrong),
)

/** Begins an article's edition in another language. */
export const createSister = taking(
  { params: { article: id<'article'>('article.missing') }, form: { editionLanguage: text } },
  async (ask, { article, editionLanguage }) => {
    const by = await ask.person()
    const [written, language] = [await offered(ask, editionLanguage), await ask.language()]
    return submitOnce(ask, by, [String(article), written], async (tx) => {
      const edition = await beginEdition(tx, { articleId: article, language: written, words: BLANK, by, at: ask.at })
      return { location: paths.deskEdition(edition, language) }
    })
  },
)

const BLANK = { title: '', standfirst: '', words: '', pictureAlt: '', pictureCaption: '' }

async function offered(ask: Ask, sent: string): Promise<Language> {
  const { languages } = (await ask.frame()).publication
  const found = languages.find(({ language }) => language === sent)
  if (!found) throw new Trouble('invalid', 'language.not-offered')
  return found.language as Language
}

async function beginning(ask: Ask, typed: Record<keyof typeof BEGUN, string>, wrong?: Wrong): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.deskArticles(), key: keyAgain(ask, wrong) }
  const shown = { sending, typed, errors: wrong?.errors ?? {}, error: wrong?.error ?? null }
  return page(newArticlePage(frame, shown, say), wrong?.status)
}
