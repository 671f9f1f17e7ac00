import { figuresOf, firstYear, tablesOf, yearOf } from '../../domain/moderation/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { text } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import { transparencyPage } from './transparency-page.ts'

/** What was brought up and decided this year. */
export const now = taking({}, async (ask) => yearPage(ask))

/** The same of one year. */
export const show = taking({ params: { year: text } }, async (ask, { year }) => {
  if (!/^\d{4}$/.test(year)) throw new Trouble('missing', 'page.missing')
  return yearPage(ask, Number(year))
})

async function yearPage(ask: Ask, asked?: number): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { language, publication } = frame
  const latest = yearOf(ask.at, publication.zone)
  const { first, figures } = await ask.store.read(async (db) => {
    const first = await firstYear(db, ask.at)
    const year = asked ?? latest
    if (year < first || year > latest) throw new Trouble('missing', 'page.missing')
    return { first, figures: await figuresOf(db, year, language) }
  })
  const years = Array.from({ length: latest - first + 1 }, (_, at) => latest - at)
  const { year } = figures
  return page(transparencyPage(frame, { year, years, tables: tablesOf(figures, say, language) }, say))
}
