import { paths } from '../../../addresses/paths.ts'
import { outletsFound } from '../../../domain/sources/index.ts'
import { countryName } from '../../../kit/country.ts'
import { page } from '../../http/answers.ts'
import { idOrNone, text } from '../../http/shapes.ts'
import { taking } from '../../http/taking.ts'
import { keptListPage } from './kept-list.ts'
import { calledIn } from './merging.ts'

const ON_A_PAGE = 50

/** The outlets that are known, the latest first; `words` finds those that are called so. */
export const show = taking({ query: { words: text, before: idOrNone<'outlet'>() } }, async (ask, { words, before }) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { language } = frame
  const found = await ask.store.read((db) => outletsFound(db, { words, before }, ON_A_PAGE + 1))
  const shown = found.slice(0, ON_A_PAGE)
  const last = found.length > ON_A_PAGE ? shown.at(-1) : undefined
  const listed = {
    title: say('desk.outlets'),
    hint: say('outlets.hint'),
    action: paths.deskOutlets(),
    words,
    adding: { path: paths.deskNewOutlet(language), words: say('outlets.new') },
    rows: shown.map((outlet) => ({
      path: paths.deskOutlet(outlet.id, language),
      name: calledIn(outlet, language),
      about: [say(`outlet-kind.${outlet.kind}`), outlet.country && countryName(outlet.country, language)],
    })),
    older: last ? paths.deskOutlets(language, { ...(words && { words }), before: last.id }) : null,
  }
  return page(keptListPage(frame, listed, say))
})
