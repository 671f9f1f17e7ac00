import { paths } from '../../../addresses/paths.ts'
import { type ArticleId, frontPart, latestEditions, MOST_PLACED } from '../../../domain/articles/index.ts'
import { idFrom } from '../../../kit/ids.ts'
import type { Language } from '../../../kit/language.ts'
import { frontHtml } from '../../articles/index.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, list } from '../../http/shapes.ts'
import { keyAgain } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { frontDeskPage } from './front-desk-page.ts'
import { previewOf } from './previewing.ts'
import { shaped } from './shaped.ts'

const FORM = { articles: list, places: list, preview: flag, again: flag }
const LATEST = 24

interface Typed {
  articles: readonly string[]
  /** The place of each; empty for one that comes by time. */
  places: readonly string[]
}

/** What opens the front pages, and what could. */
export const show = taking({}, async (ask) => {
  const placed = await ask.store.read(frontPart.read)
  return shown(ask, { articles: placed.map(String), places: placed.map((_, at) => String(at + 1)) })
})

/** Puts articles in the order of their `places`; those without one come by time. With `preview` shows the front page so. */
export const create = taking(
  { form: FORM },
  async (ask, { preview, again, ...typed }) => {
    if (again) return shown(ask, typed)
    const wanted = wantedFrom(typed)
    if (!preview) return shaped(ask, frontPart, wanted)
    return page(await frontHtml(ask, await previewOf(ask, 'front', { ...typed }), wanted))
  },
  (ask, { preview: _, again: __, ...typed }, ___, wrong) => shown(ask, typed, wrong),
)

function wantedFrom({ articles, places }: Typed): ArticleId[] {
  const rows = articles.map((article, at) => ({ id: idFrom<'article'>(article), place: Number(places[at]) }))
  const placed = rows.filter(({ place }) => place > 0).sort((a, b) => a.place - b.place)
  return placed.flatMap(({ id }) => id ?? [])
}

async function shown(ask: Ask, typed: Typed, wrong?: Wrong): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const language = frame.language as Language
  const placed = wantedFrom(typed)
  const known = await ask.store.read(async (db) => [
    ...(placed.length > 0 ? await latestEditions(db, language, { articles: placed }, placed.length) : []),
    ...(await latestEditions(db, language, {}, LATEST)),
  ])
  const ids = [...new Set([...placed, ...known.map(({ article }) => article.id)])]
  const articles = ids.map((id) => {
    const title = known.find(({ article }) => article.id === id)?.edition.title
    const at = typed.articles.indexOf(String(id))
    return { id, title: title ?? say('front.elsewhere', { id }), place: at < 0 ? '' : (typed.places[at] ?? '') }
  })
  const sending = { action: paths.deskShaping('front'), key: keyAgain(ask, wrong) }
  const data = { articles, most: MOST_PLACED, sending, error: wrong?.sentence ?? null }
  return page(frontDeskPage(frame, data, say), wrong?.status)
}
