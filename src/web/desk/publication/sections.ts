import { paths } from '../../../addresses/paths.ts'
import { type SectionDraft, sectionsPart } from '../../../domain/articles/index.ts'
import { folded } from '../../../text/fold.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { list } from '../../http/shapes.ts'
import { keyAgain } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { sectionsPage } from './sections-page.ts'
import { shaped } from './shaped.ts'

/** The names come section by section, in the order of the publication's languages. */
const FORM = { slugs: list, places: list, names: list }

type Typed = { slugs: readonly string[]; places: readonly string[]; names: readonly string[] }

/** The sections, their names and their order. */
export const show = taking({}, async (ask) => {
  const sections = await ask.store.read(sectionsPart.read)
  const { publication } = await ask.frame()
  const names = sections.flatMap((one) =>
    publication.languages.map(({ language }) => one.names[language as never] ?? ''),
  )
  const typed = { slugs: sections.map(({ slug }) => slug), places: sections.map((_, at) => String(at + 1)), names }
  return shown(ask, typed)
})

/** Names the sections and orders them by the numbers in `places`; one without any name goes. */
export const create = taking(
  { form: FORM },
  async (ask, typed) => shaped(ask, sectionsPart, await wantedFrom(ask, typed)),
  (ask, typed, _, wrong) => shown(ask, typed, wrong),
)

async function wantedFrom(ask: Ask, { slugs, places, names }: Typed) {
  const languages = (await ask.frame()).publication.languages.map(({ language }) => language)
  const rows = slugs.map((slug, at): Omit<SectionDraft, 'position'> & { place: number } => {
    const own = languages.map((language, n) => [language, folded(names[at * languages.length + n] ?? '')] as const)
    return {
      slug: slug.trim(),
      place: Number(places[at]) || slugs.length + at,
      names: Object.fromEntries(own.filter(([, name]) => name !== '')),
    }
  })
  const named = rows.filter(({ names }) => Object.keys(names).length > 0).sort((a, b) => a.place - b.place)
  return named.map(({ slug, names }) => ({ slug, names }))
}

async function shown(ask: Ask, typed: Typed, wrong?: Wrong): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.deskShaping('sections'), key: keyAgain(ask, wrong) }
  const known = new Set((await ask.store.read(sectionsPart.read)).map(({ slug }) => slug))
  return page(sectionsPage(frame, { ...typed, known, sending, error: wrong?.sentence ?? null }, say), wrong?.status)
}
