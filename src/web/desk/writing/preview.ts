import { paths } from '../../../addresses/paths.ts'
import { type ArticleId, editionWordsFrom, madeOf, shownDraft, textPicturesOf } from '../../../domain/articles/index.ts'
import { sourcesOf } from '../../../domain/sources/index.ts'
import { sentencesIn } from '../../../kit/sentences.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { editionPreview } from '../../articles/index.ts'
import { page } from '../../http/answers.ts'
import { idOrNone } from '../../http/shapes.ts'
import { taking } from '../../http/taking.ts'
import { EDITION, WRITTEN } from './named.ts'
import { previewPage } from './preview-page.ts'

/** An edition as readers would see it, in a revision or else the latest. */
export const show = taking(
  { params: EDITION, query: { revision: idOrNone() } },
  async (ask, { edition: id, revision }) => {
    const [frame, say] = [await ask.frame(), await ask.say()]
    const found = await ask.store.read(async (db) => {
      const draft = await shownDraft(db, id, revision, ask.at)
      return draft && { draft, sources: await sourcesOf(db, draft.article.id, draft.edition.language) }
    })
    if (!found) throw new Trouble('missing', 'edition.missing')
    const { draft, sources } = found
    const { language } = draft.edition
    const article = editionPreview({ ...frame, ...draft, sources, editions: [] }, frame, sentencesIn(language))
    const back = paths.deskEdition(id, frame.language)
    return page(previewPage(frame, { title: draft.edition.title, language, article, back }, say))
  },
)

/** The same of words that are being typed, without a page around it. */
export const create = taking({ params: EDITION, form: WRITTEN }, async (ask, { edition: id, base: _, ...typed }) => {
  const frame = await ask.frame()
  const words = editionWordsFrom(typed)
  const found = await ask.store.read(async (db) => {
    const draft = await shownDraft(db, id, undefined, ask.at)
    return draft && { draft, pictures: await textPicturesOf(db, draft.article.id as ArticleId) }
  })
  if (!found) throw new Trouble('missing', 'edition.missing')
  const { draft, pictures } = found
  const { title, standfirst, pictureAlt: alt, pictureCaption } = words
  const edition = { ...draft.edition, title, standfirst, html: madeOf(words.words, pictures).html }
  const picture = draft.picture && { ...draft.picture, alt, caption: pictureCaption || null }
  const shown = { ...frame, ...draft, edition, picture, sources: [], editions: [] }
  return page(editionPreview(shown, frame, sentencesIn(edition.language)))
})
