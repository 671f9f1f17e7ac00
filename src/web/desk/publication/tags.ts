import { paths } from '../../../addresses/paths.ts'
import { type TagDraft, tagsPart } from '../../../domain/articles/index.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { list } from '../../http/shapes.ts'
import { keyAgain } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { shaped } from './shaped.ts'
import { tagsPage } from './tags-page.ts'
import { gatheredNames, spreadNames } from './typed-names.ts'

/** The names come tag by tag, in the order of the publication's languages. */
const FORM = { slugs: list, names: list }

type Typed = { slugs: readonly string[]; names: readonly string[] }

/** The tags and what they are called. */
export const show = taking({}, async (ask) => {
  const tags = await ask.store.read(tagsPart.read)
  return shown(ask, { slugs: tags.map(({ slug }) => slug), names: await spreadNames(ask, tags) })
})

/** Names the tags; one without any name goes. */
export const create = taking(
  { form: FORM },
  async (ask, typed) => shaped(ask, tagsPart, await wantedFrom(ask, typed)),
  (ask, typed, _, wrong) => shown(ask, typed, wrong),
)

async function wantedFrom(ask: Ask, typed: Typed): Promise<TagDraft[]> {
  return (await gatheredNames(ask, typed)).map(({ slug, names }) => ({ slug, names }))
}

async function shown(ask: Ask, typed: Typed, wrong?: Wrong): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.deskShaping('tags'), key: keyAgain(ask, wrong) }
  const known = new Set((await ask.store.read(tagsPart.read)).map(({ slug }) => slug))
  return page(tagsPage(frame, { ...typed, known, sending, error: wrong?.sentence ?? null }, say), wrong?.status)
}
