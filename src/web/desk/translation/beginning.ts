import { paths } from '../../../addresses/paths.ts'
import { beginTranslation } from '../../../domain/translation/index.ts'
import type { Language } from '../../../kit/language.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { id, text } from '../../http/shapes.ts'
import { submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'

const FORM = { editionLanguage: text, original: id<'edition'>('edition.missing') }

/** Begins an article's edition in another language, beside one of those that it has. */
export const create = taking(
  { params: { article: id<'article'>('article.missing') }, form: FORM },
  async (ask, { article: articleId, editionLanguage, original: originalId }) => {
    const by = await ask.person()
    const { languages } = (await ask.frame()).publication
    const offered = languages.find(({ language }) => language === editionLanguage)?.language as Language | undefined
    if (!offered) throw new Trouble('invalid', 'language.not-offered')
    const language = await ask.language()
    return submitOnce(ask, by, [offered, String(originalId)], async (tx) => {
      const id = await beginTranslation(tx, { articleId, language: offered, originalId, by, at: ask.at })
      return { location: paths.deskTranslation(id, language, 'begun') }
    })
  },
)
