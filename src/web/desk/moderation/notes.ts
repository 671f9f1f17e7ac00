import { paths } from '../../../addresses/paths.ts'
import { addNote } from '../../../domain/moderation/index.ts'
import { text } from '../../http/shapes.ts'
import { submitOnce } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { CASE, shown } from './case.ts'
import { NOTHING } from './case-page.ts'

/** Tells colleagues something about a case. */
export const create = taking(
  { params: CASE, form: { words: text } },
  async (ask, { case: id, words }) => {
    const by = await ask.person()
    const language = await ask.language()
    return submitOnce(ask, by, [words], async (tx) => {
      await addNote(tx, { id, by, at: ask.at, words })
      return { location: paths.deskCase(id, language) }
    })
  },
  (ask, { case: id, words }, _, wrong) => shown(ask, id, { typed: { ...NOTHING, words }, wrong }),
)
