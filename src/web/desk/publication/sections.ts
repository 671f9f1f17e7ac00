import { paths } from '../../../addresses/paths.ts'
import { sectionsPart } from '../../../domain/articles/index.ts'
import { frontHtml } from '../../articles/index.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, list } from '../../http/shapes.ts'
import { keyAgain } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { previewOf } from './previewing.ts'
import { sectionsPage } from './sections-page.ts'
import { shaped } from './shaped.ts'
import { gatheredNames, nameIn, spreadNames } from './typed-names.ts'

/** The names come section by section, in the order of the publication's languages. */
const FORM = { slugs: list, places: list, names: list, preview: flag, again: flag }

type Typed = { slugs: readonly string[]; places: readonly string[]; names: readonly string[] }

/** The sections, their names and their order. */
export const show = taking({}, async (ask) => {
  const sections = await ask.store.read(sectionsPart.read)
  const names = await spreadNames(ask, sections)
  return shown(ask, { slugs: sections.map(({ slug }) => slug), places: sections.map((_, at) => String(at + 1)), names })
})

/** Names the sections and orders them by the numbers in `places`; one without any name goes. With `preview` shows the front page so. */
export const create = taking(
  { form: FORM },
  async (ask, { preview, again, ...typed }) => {
    if (again) return shown(ask, typed)
    const wanted = await wantedFrom(ask, typed)
    if (!preview) return shaped(ask, sectionsPart, wanted)
    const frame = await previewOf(ask, 'sections', { ...typed })
    const sections = wanted.map(({ slug, names }) => ({ slug, name: nameIn(names, frame) ?? slug }))
    return page(await frontHtml(ask, { ...frame, sections }))
  },
  (ask, { preview: _, again: __, ...typed }, ___, wrong) => shown(ask, typed, wrong),
)

async function wantedFrom(ask: Ask, typed: Typed) {
  const rows = await gatheredNames(ask, typed)
  const placeOf = (at: number) => Number(typed.places[at]) || typed.slugs.length + at
  return rows.sort((a, b) => placeOf(a.at) - placeOf(b.at)).map(({ slug, names }) => ({ slug, names }))
}

async function shown(ask: Ask, typed: Typed, wrong?: Wrong): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.deskShaping('sections'), key: keyAgain(ask, wrong) }
  const known = new Set((await ask.store.read(sectionsPart.read)).map(({ slug }) => slug))
  return page(sectionsPage(frame, { ...typed, known, sending, error: wrong?.sentence ?? null }, say), wrong?.status)
}
