import { paths } from '../../../addresses/paths.ts'
import { type Look, lookPart, mustBeReadable, TYPEFACES } from '../../../domain/articles/index.ts'
import { onShelf, type PictureId, pictureById } from '../../../domain/media/index.ts'
import { idFrom } from '../../../kit/ids.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { frontHtml } from '../../articles/index.ts'
import { lookShown } from '../../html/look-shown.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, text } from '../../http/shapes.ts'
import { keyAgain } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { type LookTyped, lookPage } from './look-page.ts'
import { previewFrame, valuesOf } from './previewing.ts'
import { shaped } from './shaped.ts'

const FORM = { own: flag, accent: text, accentDark: text, typeface: text, mark: text, preview: flag, again: flag }
const MOST_MARKS = 30

/** Colours, typeface and mark. */
export const show = taking({}, async (ask) => shown(ask, typedOf(await ask.store.read(lookPart.read))))

/** Changes them, where words can be read in them; with `preview`, shows the front page in them. */
export const create = taking(
  { form: FORM },
  async (ask, { preview, again, ...typed }) => {
    if (again) return shown(ask, typed)
    const wanted = mustBeReadable(await wantedFrom(ask, typed))
    if (!preview) return shaped(ask, lookPart, wanted)
    const [frame, say] = [await ask.frame(), await ask.say()]
    const publication = { ...frame.publication, look: await lookShown(ask.store, wanted) }
    const values = valuesOf({ key: keyAgain(ask, undefined), language: frame.language, ...typed })
    return page(await frontHtml(ask, previewFrame({ ...frame, publication }, paths.deskShaping('look'), values, say)))
  },
  (ask, { preview: _, again: __, own, ...typed }, ___, wrong) => shown(ask, { own: own !== '', ...typed }, wrong),
)

async function wantedFrom({ store }: Ask, { own, accent, accentDark, typeface, mark }: LookTyped): Promise<Look> {
  const markId = idFrom<'picture'>(mark) ?? null
  if (markId !== null && !(await pictureById(store, markId as PictureId))) throw new Trouble('missing', 'picture.gone')
  const face = TYPEFACES.find((one) => one === typeface) ?? 'serif'
  return { accent: own ? accent : null, accentDark: own ? accentDark : null, typeface: face, markId }
}

function typedOf({ accent, accentDark, typeface, markId }: Look): LookTyped {
  return {
    own: accent !== null,
    accent: accent ?? '#8a2a24',
    accentDark: accentDark ?? '#f0917f',
    typeface,
    mark: markId === null ? '' : String(markId),
  }
}

async function shown(ask: Ask, typed: LookTyped, wrong?: Wrong): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const marks = await ask.store.read((db) => onShelf(db, {}, MOST_MARKS))
  const sending = { action: paths.deskShaping('look'), key: keyAgain(ask, wrong) }
  const errors = wrong?.errors ?? {}
  return page(lookPage(frame, { typed, marks, sending, errors, error: wrong?.error ?? null }, say), wrong?.status)
}
