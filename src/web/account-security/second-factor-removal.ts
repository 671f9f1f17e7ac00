import { paths } from '../../addresses/paths.ts'
import { removeSecondFactor } from '../../domain/people/index.ts'
import { seeOther } from '../http/answers.ts'
import { text } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import { secondFactorShown } from './second-factor.ts'
import type { Given } from './security.ts'

/** Does without a second factor again, for who still holds it. */
export const create = taking(
  { form: { code: text } },
  async (ask, { code }, { signInContext }: Given) => {
    const owner = { cookies: ask.header('cookie') ?? '', typed: code, client: ask.client() }
    await removeSecondFactor(signInContext, owner, await ask.language())
    return seeOther(`${paths.security(await ask.language())}?done=second-factor-removed`)
  },
  (ask, _, given: Given, wrong) => secondFactorShown(ask, given, { wrong }),
)
