import { paths } from '../../../addresses/paths.ts'
import {
  type ArticleId,
  editionsAtDesk,
  picturesOfArticle,
  placePicture,
  takePictureAway,
} from '../../../domain/articles/index.ts'
import { onShelf, type PictureId } from '../../../domain/media/index.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, id, idOrNone, text } from '../../http/shapes.ts'
import { freshKey, submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { articlePicturesPage } from './article-pictures-page.ts'

const PARAMS = { article: id<'article'>('article.missing') }
const ON_A_PAGE = 24
const QUERY = { words: text, before: idOrNone<'picture'>(), done: flag }

/** The pictures of an article, and the shelf to choose others from. */
export const show = taking({ params: PARAMS, query: QUERY }, (ask, asked) => shown(ask, asked))

/** Puts `picture` above the article or, with `within`, into its texts; with `end` none stands above it any more. */
export const create = taking(
  { params: PARAMS, form: { picture: idOrNone<'picture'>(), within: flag, end: flag } },
  async (ask, { article: articleId, picture: pictureId, within, end: ends }) => {
    const by = await ask.person()
    const location = paths.deskArticlePictures(articleId, await ask.language(), { done: 1 })
    return submitAnew(ask, by, [String(pictureId ?? 0), String(within), String(ends)], async (tx) => {
      if (ends || !pictureId) await takePictureAway(tx, articleId, ask.at)
      else await placePicture(tx, { articleId, pictureId, place: within ? 'within' : 'above', at: ask.at })
      return { location }
    })
  },
  (ask, { article }, _, wrong) => shown(ask, { article }, wrong),
)

interface Asked {
  article: ArticleId
  words?: string
  before?: PictureId | undefined
  done?: boolean
}

async function shown(ask: Ask, { article, words = '', before, done = false }: Asked, wrong?: Wrong) {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { own, editions, shelf } = await ask.store.read(async (db) => ({
    own: await picturesOfArticle(db, article),
    editions: await editionsAtDesk(db, article),
    shelf: await onShelf(db, { words, before }, ON_A_PAGE + 1),
  }))
  const onPage = shelf.slice(0, ON_A_PAGE)
  const last = shelf.length > ON_A_PAGE ? onPage.at(-1) : undefined
  const again: Record<string, string> = words ? { words } : {}
  const action = paths.deskArticlePictures(article)
  const data = {
    action,
    typed: words,
    done,
    error: wrong?.sentence ?? null,
    editions: editions.map(({ id, language }) => ({ language, path: paths.deskEdition(id, frame.language) })),
    above: own.above,
    within: own.within,
    shelf: onPage,
    older: last ? paths.deskArticlePictures(article, frame.language, { ...again, before: last.id }) : null,
    freshKey,
  }
  return page(articlePicturesPage(frame, data, say), wrong?.status)
}
