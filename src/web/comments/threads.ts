import { editionAt, isReadable } from '../../domain/articles/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { text } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import { ARTICLE } from './named.ts'
import { markedInto } from './quoting.ts'
import { ABOUT_WORDS, type Given, posted, WORDS, writingPage } from './writing.ts'

/** The form for a new thread under an article, with a passage quoted that it marks as a claim or a quote when that was asked. */
export const form = taking(
  { params: { slug: text }, query: { words: text, claim: text, quote: text } },
  async (ask, { slug, words, claim, quote }, given: Given) => {
    const edition = await editionAt(ask.store, await ask.language(), slug)
    if (!edition || !isReadable(edition)) throw new Trouble('missing', 'article.missing')
    return writingPage(ask, edition, { words: words || (await markedInto(ask, edition, { claim, quote })) }, given)
  },
)

/** Begins a thread. */
export const create = taking(
  { params: ARTICLE, form: WORDS, about: ABOUT_WORDS },
  async (ask, { article, ...written }, given: Given) => {
    await given.admission.mustBePublished(article)
    return posted(ask, { articleId: article }, written, given)
  },
  (ask, { article, words }, given, wrong) => writingPage(ask, { articleId: article }, { words }, given, wrong),
)
