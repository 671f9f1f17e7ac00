import { paths } from '../../../addresses/paths.ts'
import { formIn, partiesFound } from '../../../domain/sources/index.ts'
import type { Language } from '../../../kit/language.ts'
import { page } from '../../http/answers.ts'
import { idOrNone, text } from '../../http/shapes.ts'
import { taking } from '../../http/taking.ts'
import { keptListPage } from './kept-list.ts'
import { calledIn } from './merging.ts'

const ON_A_PAGE = 50

/** Those who are quoted, the latest first; `words` finds those who are called so. */
export const show = taking({ query: { words: text, before: idOrNone<'party'>() } }, async (ask, { words, before }) => {
  const [frame, say] = [await ask.frame(), await ask.say()]
  const { language } = frame
  const found = await ask.store.read((db) => partiesFound(db, { words, before }, ON_A_PAGE + 1))
  const shown = found.slice(0, ON_A_PAGE)
  const last = found.length > ON_A_PAGE ? shown.at(-1) : undefined
  const title = ({ roles }: (typeof shown)[number]) => {
    const titles = Object.entries(roles[0]?.titles ?? {}).map(([tag, name]) => {
      return { language: tag as Language, name, locked: 0 as const }
    })
    return formIn(titles, language as Language)
  }
  const listed = {
    title: say('desk.parties'),
    hint: say('parties.hint'),
    action: paths.deskParties(),
    words,
    adding: { path: paths.deskNewParty(language), words: say('parties.new') },
    rows: shown.map((party) => ({
      path: paths.deskParty(party.id, language),
      name: calledIn(party, language),
      about: [say(`party-kind.${party.kind}`), title(party)],
    })),
    older: last ? paths.deskParties(language, { ...(words && { words }), before: last.id }) : null,
  }
  return page(keptListPage(frame, listed, say))
})
