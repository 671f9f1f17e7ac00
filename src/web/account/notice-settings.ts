import { paths } from '../../addresses/paths.ts'
import { endMail, NOTICE_KINDS, PACES, wantKinds, wishMail } from '../../domain/reach/index.ts'
import type { Handler } from '../http/ask.ts'
import { submitAnew } from '../http/submit.ts'

/** Of what a person wants to be told: a field for each kind that they want, and for each by each channel; and how soon by mail. */
export const create: Handler = async (ask) => {
  const by = await ask.person()
  const kinds = (by: string) => NOTICE_KINDS.filter((kind) => ask.form.has(kind + by))
  const wanted = { page: kinds(''), mail: kinds('-mail'), push: kinds('-push') }
  const pace = PACES.find((pace) => pace === ask.form.get('mail'))
  const language = await ask.language()
  const location = `${paths.account(language)}?done=notices`
  return submitAnew(ask, by, [JSON.stringify(wanted), pace ?? ''], async (tx) => {
    await wantKinds(tx, by.id, wanted, ask.at)
    if (pace) await wishMail(tx, { personId: by.id, pace, language, at: ask.at })
    else await endMail(tx, by.id)
    return { location }
  })
}
