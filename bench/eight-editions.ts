import { type ArticleId, editionIn, saveEdition, savePublication } from '../src/domain/articles/index.ts'
import { editionChanged } from '../src/domain/discussion/index.ts'
import { languageFrom } from '../src/kit/language.ts'
import type { Parley } from '../src/parley.ts'
import { besideBare } from './article-page.ts'
import type { Figure, Run } from './question.ts'
import { serve } from './server.ts'
import { opened } from './stock.ts'

const LANGUAGES = ['en', 'ru', 'uk', 'de', 'es', 'fr', 'ar', 'zh'].map((tag) => languageFrom(tag)!)

/** Does the page of an article keep its rate where that has eight editions? */
export async function eightEditions(run: Run): Promise<Figure[]> {
  const [place, { id, path }] = [await run.stock.fresh(), run.stock.natural[0]]
  await opened(place, (parley) => inEightLanguages(parley, id as ArticleId))
  const server = await serve(place)
  const figures = await besideBare(run, server.port, path, 'article page in eight editions, cached')
  await server.stop()
  return figures
}

async function inEightLanguages({ store }: Parley, articleId: ArticleId) {
  const at = Date.now()
  await store.write(async (tx) => {
    const languages = LANGUAGES.map((language) => ({ language, name: 'The Harbour Review', motto: '' }))
    const around = { zone: 'UTC', telegram: null, mail: null, demoSince: null }
    await savePublication(tx, { defaultLanguage: LANGUAGES[0]!, ...around, languages }, at)
    const { publishedAt } = (await editionIn(tx, articleId, LANGUAGES[0]!))!
    const draft = { articleId, publishedAt, standfirst: '', pictureAlt: '', pictureCaption: '' }
    for (const language of LANGUAGES.slice(1)) {
      const said = { language, slug: `edition-${language}`, title: 'The ferry', words: 'It leaves at nine.' }
      await saveEdition(tx, { ...draft, ...said }, at, editionChanged)
    }
  })
}
