import { paths } from '../../../addresses/paths.ts'
import { reviewParagraphs } from '../../../domain/translation/index.ts'
import { list } from '../../http/shapes.ts'
import { submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import { EDITION } from '../writing/named.ts'
import { type Given, shown } from './desk.ts'

/** Says that one has read paragraphs against the original, each by its wording. */
export const create = taking(
  { params: EDITION, form: { wording: list } },
  async (ask, { edition: id, wording: wordings }) => {
    const by = await ask.person()
    const location = paths.deskTranslation(id, await ask.language(), 'reviewed')
    return submitAnew(ask, by, wordings, async (tx) => {
      await reviewParagraphs(tx, { id, wordings, by, at: ask.at })
      return { location }
    })
  },
  (ask, { edition }, given: Given, wrong) => shown(ask, given, edition, { wrong }),
)
