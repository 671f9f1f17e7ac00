import { paths } from '../../../addresses/paths.ts'
import { retractEdition } from '../../../domain/articles/index.ts'
import { text } from '../../http/shapes.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { shown } from './edition.ts'
import { EDITION } from './named.ts'

/** Takes back what an edition says, with the reason that readers are told. */
export const create = taking(
  { params: EDITION, form: { reason: text } },
  async (ask, { edition: id, reason }) => {
    const by = await ask.person()
    const location = paths.deskEdition(id, await ask.language(), 'retracted')
    return submitAnew(ask, by, [reason], async (tx) => {
      await retractEdition(tx, { id, by, at: ask.at, reason })
      return { location }
    })
  },
  (ask, { edition, reason }, _, wrong) => shown(ask, edition, { wrong, reason }),
)
