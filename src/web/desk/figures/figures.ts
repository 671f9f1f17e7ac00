import {
  dayOf,
  editionWithId,
  latestRevision,
  mostRead,
  readsByDay,
  readsOfEdition,
} from '../../../domain/articles/index.ts'
import { visibleOn } from '../../../domain/discussion/index.ts'
import { DAY_MS } from '../../../kit/clock.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { page } from '../../http/answers.ts'
import type { GivenToCounting } from '../../http/counted-read.ts'
import { id, textOrNone } from '../../http/shapes.ts'
import { taking } from '../../http/taking.ts'
import { editionFiguresPage, figuresPage, SPANS } from './figures-page.ts'

export type Given = GivenToCounting

const MOST_READ = 30
const MOST_DAYS = 60

/** How much was read of late, day by day and edition by edition: numbers, and nothing of those who read. */
export const show = taking(
  { query: { days: textOrNone.transform((sent) => SPANS.find((span) => String(span) === sent) ?? SPANS[0]) } },
  async (ask, { days }, { readCounter }: Given) => {
    const [frame, say] = [await ask.frame(), await ask.say()]
    const since = dayOf(frame.publication.zone, ask.at - (days - 1) * DAY_MS)
    const shown = await ask.store.read(async (db) => {
      const most = await mostRead(db, since, MOST_READ)
      const comments = await visibleOn(db, [...new Set(most.map(({ articleId }) => articleId))])
      return {
        byDay: await readsByDay(db, since),
        most: most.map((one) => ({ ...one, comments: comments.get(one.articleId) ?? 0 })),
      }
    })
    return page(figuresPage(frame, { ...shown, days, isCounted: readCounter !== undefined }, say))
  },
)

/** The same of one edition. */
export const ofEdition = taking(
  { params: { edition: id<'edition'>('edition.missing') } },
  async (ask, { edition: of }) => {
    const [frame, say] = [await ask.frame(), await ask.say()]
    const shown = await ask.store.read(async (db) => {
      const edition = await editionWithId(db, of)
      if (!edition) throw new Trouble('missing', 'edition.missing')
      const title = (await latestRevision(db, of))?.title ?? ''
      const comments = (await visibleOn(db, [edition.articleId])).get(edition.articleId) ?? 0
      return { id: of, title, comments, byDay: await readsOfEdition(db, of, MOST_DAYS) }
    })
    return page(editionFiguresPage(frame, shown, say))
  },
)
