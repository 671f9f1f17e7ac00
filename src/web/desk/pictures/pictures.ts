import { readFile } from 'node:fs/promises'
import { paths } from '../../../addresses/paths.ts'
import { usesOfPictures } from '../../../domain/articles/index.ts'
import {
  addPicture,
  countLacking,
  type KeptPicture,
  keepPicture,
  LARGEST_PICTURE_BYTES,
  type MediaStore,
  MOST_PIXELS,
  onShelf,
  type PictureId,
} from '../../../domain/media/index.ts'
import { Trouble, troubleIn } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, idOrNone, text } from '../../http/shapes.ts'
import { keyAgain, submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { UploadedFile } from '../../http/uploads.ts'
import type { Wrong } from '../../http/wrong.ts'
import { shelfPage } from './shelf-page.ts'

export interface Given {
  media: MediaStore
}

const ON_A_PAGE = 30
const MOST_LACKING = 99
const MOST_AT_ONCE = 20
const QUERY = { words: text, lacking: flag, before: idOrNone<'picture'>(), done: flag }

/** What is there, the latest first; `words` finds those of which all of them are said, `lacking` those of which nothing is. */
export const show = taking({ query: QUERY }, (ask, asked) => shown(ask, asked))

/** Brings `pictures` to the shelf. Those that are none are told by their names, and the others stay. */
export const create = taking(
  { files: { pictures: { mostBytes: LARGEST_PICTURE_BYTES, most: MOST_AT_ONCE } } },
  async (ask, { pictures }, { media }: Given) => {
    const by = await ask.person()
    if (pictures.length === 0) throw new Trouble('invalid', 'picture.missing')
    const { kept, refused } = await keptOf(ask, pictures, media)
    if (kept.length === 0) throw await refusalOf(refused, pictures.length, ask)
    try {
      const hashes = kept.map(({ hash }) => hash)
      const language = await ask.language()
      const answer = await submitAnew(ask, by, hashes, async (tx) => {
        const ids: PictureId[] = []
        for (const picture of kept) ids.push((await addPicture(tx, picture)).id)
        const [only, ...others] = new Set(ids)
        return {
          location:
            others.length === 0 ? paths.deskPicture(only!, language) : paths.deskPictures(language, { lacking: 1 }),
        }
      })
      if (refused.length > 0) throw await refusalOf(refused, pictures.length, ask)
      return answer
    } finally {
      for (const { settle } of kept) await settle()
    }
  },
  (ask, _, _given: Given, wrong) => shown(ask, {}, wrong),
)

interface Refused {
  name: string
  trouble: Trouble
}

async function keptOf({ store }: Ask, files: readonly UploadedFile[], media: MediaStore) {
  const kept: KeptPicture[] = []
  const refused: Refused[] = []
  for (const file of files) {
    try {
      kept.push(await keepPicture(store, media, await readFile(file.path)))
    } catch (error) {
      const trouble = troubleIn(error)
      if (!trouble || trouble.kind === 'busy') {
        for (const { settle } of kept) await settle().catch(() => {})
        throw error
      }
      refused.push({ name: file.name, trouble })
    }
  }
  return { kept, refused }
}

/** One that came alone is told in its own sentence, of several each with its name. */
async function refusalOf(refused: readonly Refused[], of: number, ask: Ask): Promise<Trouble> {
  const [first] = refused
  if (of === 1) return first!.trouble
  const say = await ask.say()
  const reasons = refused.map(({ name, trouble }) =>
    say('pictures.refused-one', { name, why: say(trouble.key, trouble.args) }),
  )
  return new Trouble('invalid', 'pictures.refused', { reasons: reasons.join(' ') })
}

type Asked = { words?: string; lacking?: boolean; before?: PictureId | undefined; done?: boolean }

async function shown(ask: Ask, { words = '', lacking = false, before, done = false }: Asked, wrong?: Wrong) {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { pictures, uses, lackingCount } = await ask.store.read(async (db) => {
    const pictures = await onShelf(db, { words, lacking, before }, ON_A_PAGE + 1)
    const uses = await usesOfPictures(
      db,
      pictures.map(({ id }) => id),
    )
    return { pictures, uses, lackingCount: await countLacking(db, MOST_LACKING) }
  })
  const onPage = pictures.slice(0, ON_A_PAGE)
  const last = pictures.length > ON_A_PAGE ? onPage.at(-1) : undefined
  const again = { ...(words && { words }), ...(lacking && { lacking: 1 }) }
  const shelf = {
    uploading: {
      sending: { action: paths.deskPictures(), key: keyAgain(ask, wrong) },
      limits: { megabytes: LARGEST_PICTURE_BYTES / 1024 ** 2, megapixels: MOST_PIXELS / 1e6, files: MOST_AT_ONCE },
      error: wrong ? wrong.sentence : null,
    },
    typed: words,
    lacking,
    lackingCount,
    pictures: onPage.map((picture) => ({ ...picture, uses: uses.filter(({ pictureId }) => pictureId === picture.id) })),
    older: last ? paths.deskPictures(frame.language, { ...again, before: last.id }) : null,
    done,
  }
  return page(shelfPage(frame, shelf, say), wrong?.status)
}
