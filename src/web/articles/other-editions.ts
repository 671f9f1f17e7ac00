import { paths } from '../../addresses/paths.ts'
import { type ArticleId, articleById, editionsOf } from '../../domain/articles/index.ts'
import type { SignInContext } from '../../domain/people/index.ts'
import { wishFor } from '../../domain/translation/early.ts'
import { type Language, languageFrom } from '../../kit/language.ts'
import { spoken } from '../../kit/sentences.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page, seeOther } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { flag, id, text } from '../http/shapes.ts'
import { keyAgain } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import type { Wrong } from '../http/wrong.ts'
import { otherEditionsPage } from './other-editions-page.ts'

export interface Given {
  signInContext: Pick<SignInContext, 'limits'>
}

const ARTICLE = { article: id<'article'>('article.missing') }

/** In which languages an article can be read, for those in whose language it cannot, who can ask for it. */
export const show = taking({ params: ARTICLE, query: { done: flag } }, (ask, { article, done }) =>
  shown(ask, article, { isDone: done }),
)

/** Counts a wish for an edition, of each person or network once a day. */
export const create = taking(
  { params: ARTICLE, form: { wanted: text } },
  async (ask, { article: articleId, wanted }, { signInContext }: Given) => {
    const language = (await absentFrom(ask, articleId)).find((one) => one === wanted)
    if (!language) throw new Trouble('invalid', 'language.not-offered')
    const by = await ask.asker()
    const isFirst = await signInContext.limits.wish(by ? `person ${by.id}` : ask.client(), `${articleId} ${language}`)
    if (isFirst) await ask.store.write((tx) => wishFor(tx, { articleId, language }))
    return seeOther(paths.otherEditions(articleId, await ask.language(), true))
  },
  (ask, { article }, _, wrong) => shown(ask, article, { wrong }),
)

/** The languages that could be wished for: those of the publication and of the interface. */
async function absentFrom(ask: Ask, articleId: ArticleId): Promise<Language[]> {
  const [{ publication }, editions] = [await ask.frame(), await editionsOf(ask.store, articleId)]
  const known = [...new Set([...publication.languages.map(({ language }) => language), ...spoken])]
  const absent = known.filter((language) => !editions.some((one) => one.language === language))
  return absent.flatMap((language) => languageFrom(language) ?? [])
}

async function shown(ask: Ask, articleId: ArticleId, { isDone = false, wrong }: { isDone?: boolean; wrong?: Wrong }) {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const [article, editions] = [await articleById(ask.store, articleId), await editionsOf(ask.store, articleId)]
  if (!article || editions.length === 0) throw new Trouble('missing', 'article.missing')
  const sending = { action: paths.otherEditions(articleId), key: keyAgain(ask, wrong) }
  const shown = { editions, absent: await absentFrom(ask, articleId), sending, isDone, error: wrong?.error ?? null }
  return page(otherEditionsPage(frame, shown, say), wrong?.status)
}
