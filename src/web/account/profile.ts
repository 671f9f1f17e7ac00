import { paths } from '../../addresses/paths.ts'
import { aboutFrom, linksFrom, saveLinks, saveProfile } from '../../domain/people/index.ts'
import { flag, text } from '../http/shapes.ts'
import { submitAnew } from '../http/submit.ts'
import { taking } from '../http/taking.ts'
import { type Given, ownPage } from './account.ts'

/** What a person tells about themselves, and whether they show what they wrote. */
export const create = taking(
  { form: { about: text, links: text, hidden: flag }, about: { words: 'about', form: 'about' } },
  async (ask, typed) => {
    const by = await ask.person()
    const about = aboutFrom(typed.about)
    const links = linksFrom(typed.links)
    const { hidden } = typed
    const location = `${paths.account(await ask.language())}?done=profile`
    return submitAnew(ask, by, [about.words, String(hidden), ...links], async (tx) => {
      await saveProfile(tx, by.id, { ...about, hidden, at: ask.at })
      await saveLinks(tx, by.id, links)
      return { location }
    })
  },
  (ask, { about, links, hidden }, given: Given, wrong) =>
    ownPage(ask, given, { wrong, profile: { about, links, hidden: hidden !== '' } }),
)
