import { paths } from '../../../addresses/paths.ts'
import type { Member } from '../../../domain/people/index.ts'
import {
  gateRates,
  shareOf,
  translatable,
  translated,
  translateEditions,
  translationsListed,
  wishesFor,
} from '../../../domain/translation/index.ts'
import { DAY_MS } from '../../../kit/clock.ts'
import type { Language } from '../../../kit/language.ts'
import { page } from '../../http/answers.ts'
import { idOrNone, text } from '../../http/shapes.ts'
import { freshKey } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { listPage } from './list-page.ts'

const ON_A_PAGE = 20
const MOST_OFFERED = 20
/** Of so many days it is told what was overridden. */
const RATES_DAYS = 90

/** The translations into the languages of whoever asks, and what could be translated next. */
export const show = taking(
  { query: { saved: text.transform(Number), before: idOrNone<'edition'>() } },
  async (ask, { saved, before: id }) => {
    const [frame, say, by] = [await ask.frame(), await ask.say(), await ask.person()]
    const offered = frame.publication.languages.map(({ language }) => language as Language)
    const own = offered.filter((language) => mayInto(by, language))
    const before = id && Number.isSafeInteger(saved) ? { savedAt: saved, id } : undefined
    const found = await ask.store.read(async (db) => {
      const some = await translationsListed(db, own, before, ON_A_PAGE + 1)
      const listed = []
      for (const one of some.slice(0, ON_A_PAGE))
        listed.push({ ...one, share: shareOf((await translated(db, one.id)).paragraphs) })
      const next = before ? [] : await translatable(db, MOST_OFFERED)
      const wishes = await wishesFor(
        db,
        next.map(({ articleId }) => articleId),
      )
      const rates = await gateRates(db, ask.at - RATES_DAYS * DAY_MS)
      return { rates, listed, hasMore: some.length > ON_A_PAGE, next, wishes }
    })
    const last = found.hasMore ? found.listed.at(-1) : undefined
    const older = last ? paths.deskTranslations(frame.language, { saved: last.savedAt, before: last.id }) : null
    const next = found.next
      .map((one) => ({
        ...one,
        wishes: found.wishes.filter(({ articleId }) => articleId === one.articleId),
        absent: own.filter((language) => !one.languages.includes(language)),
        sending: { action: paths.deskBeginTranslation(one.articleId), key: freshKey() },
      }))
      .filter(({ absent }) => absent.length > 0)
    return page(listPage(frame, { rates: found.rates, days: RATES_DAYS, listed: found.listed, next, older }, say))
  },
)

function mayInto(by: Member, language: Language): boolean {
  return translateEditions.may(by, { section: null, languages: [language] })
}
