import type { YearInFigures } from '../../domain/moderation/early.ts'
import { firstYear, tablesOf, yearOf } from '../../domain/moderation/index.ts'
import { Trouble } from '../../kit/trouble.ts'
import { page } from '../http/answers.ts'
import type { Ask } from '../http/ask.ts'
import { text } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import { transparencyPage } from './transparency-page.ts'

export interface Given {
  yearInFigures: YearInFigures
}

/** What was brought up and decided this year. */
export const now = taking({}, async (ask, _, given: Given) => yearPage(ask, given))

/** The same of one year. */
export const show = taking({ params: { year: text } }, async (ask, { year }, given: Given) => {
  if (!/^\d{4}$/.test(year)) throw new Trouble('missing', 'page.missing')
  return yearPage(ask, given, Number(year))
})

async function yearPage(ask: Ask, { yearInFigures }: Given, asked?: number): Promise<Response> {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { language, publication } = frame
  const latest = yearOf(ask.at, publication.zone)
  const first = await firstYear(ask.store, ask.at)
  const year = asked ?? latest
  if (year < first || year > latest) throw new Trouble('missing', 'page.missing')
  const figures = await yearInFigures(year, language)
  const years = Array.from({ length: latest - first + 1 }, (_, at) => latest - at)
  return page(transparencyPage(frame, { year, years, tables: tablesOf(figures, say, language) }, say))
}
