import { paths } from '../../../addresses/paths.ts'
import {
  type EditionId,
  picturesOfArticle,
  SHARED_AS_WRITTEN,
  type Sharing,
  saveSharing,
  sharingFrom,
  sharingOf,
  shownDraft,
} from '../../../domain/articles/index.ts'
import { pictureById, pictureFiles, type ShelvedPicture, saidIn, withWords } from '../../../domain/media/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading } from '../../../store/index.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, idOrNone, text } from '../../http/shapes.ts'
import { keyAgain, submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { EDITION } from './named.ts'
import { sharingPage } from './sharing-page.ts'

const FORM = {
  searchTitle: text,
  searchWords: text,
  shareTitle: text,
  shareWords: text,
  picture: idOrNone<'picture'>(),
  preview: flag,
}

/** How an edition looks where it is found and shared. */
export const show = taking({ params: EDITION }, async (ask, { edition: id }) => shown(ask, id))

/** Says how it shall look there; with `preview` it is only shown. */
export const create = taking(
  { params: EDITION, form: FORM },
  async (ask, { edition: id, preview, picture, ...typed }) => {
    const by = await ask.person()
    const sharing = { ...sharingFrom(typed), pictureId: picture ?? null }
    if (preview) return shown(ask, id, sharing)
    const location = paths.deskEdition(id, await ask.language(), 'sharing')
    return submitAnew(ask, by, [...Object.values(sharing).map(String)], async (tx) => {
      await saveSharing(tx, { id, by, at: ask.at, ...sharing })
      return { location }
    })
  },
  (ask, { edition, preview: _, picture, ...typed }, __, wrong) =>
    shown(ask, edition, { ...typed, pictureId: FORM.picture.parse(picture) ?? null }, wrong),
)

async function shown(ask: Ask, id: EditionId, typed?: Sharing, wrong?: Wrong): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { draft, sharing, pictures } = await ask.store.read((db) => read(db, id, ask.at, typed))
  const chosen = pictures.find((one) => one.id === sharing.pictureId)
  const { edition, picture } = draft
  const shared = chosen
    ? { src: pictureFiles(chosen).src, alt: saidIn(chosen.words, edition.language)?.alt ?? '' }
    : picture
  return page(
    sharingPage(
      frame,
      {
        edition,
        sharing,
        picture: shared,
        pictures: pictures.map((one) => ({ id: one.id, words: saidIn(one.words, edition.language)?.alt ?? '' })),
        sending: { action: paths.deskSharing(id), key: keyAgain(ask, wrong) },
        errors: wrong?.errors ?? {},
        error: wrong?.sentence ?? null,
      },
      say,
    ),
    wrong?.status,
  )
}

async function read(db: Reading, id: EditionId, at: number, typed: Sharing | undefined) {
  const draft = await shownDraft(db, id, undefined, at)
  if (!draft) throw new Trouble('missing', 'edition.missing')
  const sharing = typed ?? (await sharingOf(db, draft.edition)) ?? SHARED_AS_WRITTEN
  const { above, within } = await picturesOfArticle(db, draft.article.id)
  const own = [...(above ? [above] : []), ...within.map(({ picture }) => picture)]
  const further = own.some((one) => one.id === sharing.pictureId) ? [] : await chosenBefore(db, sharing)
  return { draft, sharing, pictures: [...own, ...further] }
}

/** A picture that the article has no more. */
async function chosenBefore(db: Reading, { pictureId }: Sharing): Promise<ShelvedPicture[]> {
  const picture = pictureId === null ? undefined : await pictureById(db, pictureId)
  return picture ? withWords(db, [picture]) : []
}
