import { paths } from '../../../addresses/paths.ts'
import { showPictureAnew, usesOfPictures } from '../../../domain/articles/index.ts'
import {
  describePicture,
  type PictureId,
  pictureById,
  type ShelvedPicture,
  withWords,
} from '../../../domain/media/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { count, flag, id, text, textOrNone } from '../../http/shapes.ts'
import { freshKey, keyAgain, submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { wordsIn } from '../publication/words-in.ts'
import { type PictureTyped, picturePage } from './picture-page.ts'

export const PARAMS = { picture: id<'picture'>('picture.gone') }
const FORM = { in: textOrNone, alt: text, caption: text, credit: text, focusX: count, focusY: count }

/** One picture with the form that describes it, `?in=` the language of its texts. */
export const show = taking({ params: PARAMS, query: { in: textOrNone, done: flag } }, (ask, asked) => shown(ask, asked))

/** Says what is to be seen on it, whose it is, and what matters in it. */
export const create = taking(
  { params: PARAMS, form: FORM },
  async (ask, { picture: id, in: wanted, ...said }) => {
    const by = await ask.person()
    const [language, pageLanguage] = [await wordsIn(ask, wanted), await ask.language()]
    const content = [language, said.alt, said.caption, said.credit, `${said.focusX}`, `${said.focusY}`]
    return submitAnew(ask, by, content, async (tx) => {
      await describePicture(tx, { id, language, ...said }, ask.at, showPictureAnew)
      return { location: `${paths.deskPicture(id, pageLanguage)}&in=${language}&done=1` }
    })
  },
  (ask, { picture, in: wanted, ...typed }, _, wrong) => shown(ask, { picture, in: wanted }, { wrong, typed }),
)

interface Again {
  wrong?: Wrong
  typed?: PictureTyped
}

async function shown(
  ask: Ask,
  { picture: id, in: wanted, done = false }: { picture: PictureId; in?: string | undefined; done?: boolean },
  { wrong, typed }: Again = {},
) {
  const [frame, say, language] = [await ask.frame(), await ask.say(), await wordsIn(ask, wanted)]
  const { picture, uses } = await ask.store.read(async (db) => {
    const found = await pictureById(db, id)
    if (!found) throw new Trouble('missing', 'picture.gone')
    const [picture] = await withWords(db, [found])
    return { picture: picture!, uses: await usesOfPictures(db, [id]) }
  })
  const isSaid = (language: string) => picture.words.some((said) => said.language === language)
  const data = {
    picture,
    uses,
    wordsIn: language,
    languages: frame.publication.languages.map(({ language }) => ({ language, isSaid: isSaid(language) })),
    typed: typed ?? typedOf(picture, language),
    describing: { action: paths.deskPicture(id), key: keyAgain(ask, wrong) },
    removing: { action: paths.deskPictureRemoval(id), key: freshKey() },
    errors: wrong?.errors ?? {},
    error: wrong?.error ?? null,
    done,
  }
  return page(picturePage(frame, data, say), wrong?.status)
}

function typedOf({ words, credit, focusX, focusY }: ShelvedPicture, language: string): PictureTyped {
  const { alt = '', caption = '' } = words.find((said) => said.language === language) ?? {}
  return { alt, caption, credit, focusX: String(focusX), focusY: String(focusY) }
}
