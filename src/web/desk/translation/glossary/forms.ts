import { paths } from '../../../../addresses/paths.ts'
import { inflectedIn, saveForm } from '../../../../domain/translation/index.ts'
import { languageFrom } from '../../../../kit/language.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import { flag, text } from '../../../http/shapes.ts'
import { submitAnew } from '../../../http/submit.ts'
import { taking } from '../../../http/taking.ts'
import { type Given, shown } from './entry.ts'
import { ENTRY } from './named.ts'

const FORM = { within: text, form: text, inflected: text, locked: flag }

/** Says how a name is written in a language, and whether that is settled. */
export const create = taking(
  { params: ENTRY, form: FORM },
  async (ask, { entry: id, within, form, inflected, locked }, _: Given) => {
    const by = await ask.person()
    const written = languageFrom(within)
    if (!written) throw new Trouble('invalid', 'language.not-offered')
    const location = `${paths.deskName(id, await ask.language(), { done: 'saved' })}#form-${written}`
    const draft = { language: written, form, inflected: inflectedIn(inflected), isLocked: locked }
    return submitAnew(ask, by, [within, form, inflected, String(locked)], async (tx) => {
      await saveForm(tx, { id, ...draft, by, at: ask.at })
      return { location }
    })
  },
  (ask, { entry, within, form, inflected, locked }, given, wrong) =>
    shown(ask, entry, given, { wrong, typed: { within, form, inflected, isLocked: locked !== '' } }),
)
