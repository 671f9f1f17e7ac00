import { paths } from '../../../addresses/paths.ts'
import { orderDraft } from '../../../domain/translation/index.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { EDITION } from '../writing/named.ts'
import { type Given, shown } from './desk.ts'

/** Has the engine draft what nobody has written yet. */
export const create = taking(
  { params: EDITION },
  async (ask, { edition: id }, { engine }: Given) => {
    const by = await ask.person()
    if (!engine) throw new Trouble('conflict', 'engine.none')
    const location = paths.deskTranslation(id, await ask.language(), 'ordered')
    return submitOnce(ask, by, [], async (tx) => {
      await orderDraft(tx, { id, by, at: ask.at })
      return { location }
    })
  },
  (ask, { edition }, given, wrong) => shown(ask, given, edition, { wrong }),
)
