import { paths } from '../../../addresses/paths.ts'
import { type TagDraft, tagsPart } from '../../../domain/articles/index.ts'
import { stableJson } from '../../../kit/json.ts'
import { tagHtml } from '../../articles/index.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, list } from '../../http/shapes.ts'
import { keyAgain } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { previewOf } from './previewing.ts'
import { shaped } from './shaped.ts'
import { tagsPage } from './tags-page.ts'
import { gatheredNames, nameIn, spreadNames } from './typed-names.ts'

/** The names come tag by tag, in the order of the publication's languages. */
const FORM = { slugs: list, names: list, preview: flag, again: flag }

type Typed = { slugs: readonly string[]; names: readonly string[] }

/** The tags and what they are called. */
export const show = taking({}, async (ask) => {
  const tags = await ask.store.read(tagsPart.read)
  return shown(ask, { slugs: tags.map(({ slug }) => slug), names: await spreadNames(ask, tags) })
})

/** Names the tags; one without any name goes. With `preview` shows the page of the first that is other than before. */
export const create = taking(
  { form: FORM },
  async (ask, { preview, again, ...typed }) => {
    if (again) return shown(ask, typed)
    const wanted = await wantedFrom(ask, typed)
    if (!preview) return shaped(ask, tagsPart, wanted)
    const frame = await previewOf(ask, 'tags', { ...typed })
    const before = await ask.store.read(tagsPart.read)
    const tag = wanted.find((one) => !before.some((old) => isSame(old, one))) ?? wanted[0]
    if (!tag) return shown(ask, typed)
    return page(await tagHtml(ask, frame, { slug: tag.slug, name: nameIn(tag.names, frame) ?? tag.slug }))
  },
  (ask, { preview: _, again: __, ...typed }, ___, wrong) => shown(ask, typed, wrong),
)

function isSame(one: TagDraft, other: TagDraft): boolean {
  return one.slug === other.slug && stableJson(one.names) === stableJson(other.names)
}

async function wantedFrom(ask: Ask, typed: Typed): Promise<TagDraft[]> {
  return (await gatheredNames(ask, typed)).map(({ slug, names }) => ({ slug, names }))
}

async function shown(ask: Ask, typed: Typed, wrong?: Wrong): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const sending = { action: paths.deskShaping('tags'), key: keyAgain(ask, wrong) }
  const known = new Set((await ask.store.read(tagsPart.read)).map(({ slug }) => slug))
  return page(tagsPage(frame, { ...typed, known, sending, error: wrong?.sentence ?? null }, say), wrong?.status)
}
