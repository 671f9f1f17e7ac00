import { z } from 'zod'
import { paths } from '../../../addresses/paths.ts'
import { giveRole, type Limits, ROLES, takeRole } from '../../../domain/people/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Ask } from '../../http/ask.ts'
import { flag, list } from '../../http/shapes.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { PERSON } from '../../people/index.ts'
import { personPage } from './person.ts'

/** A role, and how far it shall reach. */
export const ROLE = { role: z.enum(ROLES, 'role.unknown'), sections: list, languages: list }

/** Gives somebody a role, or other limits to one that they hold; with `end` takes it. */
export const create = taking(
  { params: PERSON, form: { ...ROLE, end: flag } },
  async (ask, { person: personId, role, end: ends, ...limits }) => {
    const by = await ask.person()
    if (!ends) await mustBeThere(ask, limits)
    const location = `${paths.deskPerson(personId, await ask.language())}&done=1`
    return submitAnew(ask, by, [role, String(ends), ...limits.sections, '', ...limits.languages], async (tx) => {
      const change = { personId, role, byId: by.id, at: ask.at }
      if (ends) await takeRole(tx, change)
      else await giveRole(tx, { ...change, limits })
      return { location }
    })
  },
  async (ask, { person, role, sections, languages }, _, wrong) => {
    if (wrong.trouble.kind === 'missing') throw wrong.trouble
    return personPage(ask, person, { wrong, typed: { role, sections, languages } })
  },
)

/** Throws where a section or language is not, or no longer, one of the publication. */
export async function mustBeThere(ask: Ask, { sections, languages }: Limits): Promise<void> {
  const frame = await ask.frame()
  const known = {
    sections: frame.sections.map(({ slug }) => slug),
    languages: frame.publication.languages.map((one) => one.language),
  }
  const isThere =
    sections.every((one) => known.sections.includes(one)) && languages.every((one) => known.languages.includes(one))
  if (!isThere) throw new Trouble('invalid', 'role.unknown-place')
}
