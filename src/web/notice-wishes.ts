import { NOTICE_KINDS, wantKinds } from '../domain/reach/index.ts'
import type { Handler } from './ask.ts'
import { paths } from './paths.ts'
import { sentOnce } from './sending.ts'

/** Of what a person wants to be told: a field for each kind that they want. */
export const create: Handler = async (ask) => {
  const by = await ask.person()
  const wanted = NOTICE_KINDS.filter((kind) => ask.form.has(kind))
  const location = `${paths.account(await ask.language())}?done=notices`
  return sentOnce(ask, by, wanted, async (tx) => {
    await wantKinds(tx, by.id, wanted, ask.at)
    return { status: 303, location }
  })
}
