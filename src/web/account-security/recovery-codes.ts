import { renewRecoveryCodes } from '../../domain/people/index.ts'
import { page } from '../http/answers.ts'
import { text } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import { recoveryCodesPage } from './recovery-codes-page.ts'
import { secondFactorShown } from './second-factor.ts'
import type { Given } from './security.ts'

/** Makes new codes for paper, which are shown this once; those before are good no more. */
export const create = taking(
  { form: { code: text } },
  async (ask, { code }, { signInContext }: Given) => {
    const owner = { cookies: ask.header('cookie') ?? '', typed: code, client: ask.client() }
    const codes = await renewRecoveryCodes(signInContext, owner)
    return page(recoveryCodesPage(await ask.frame(), codes, await ask.say()))
  },
  (ask, _, given: Given, wrong) => secondFactorShown(ask, given, { wrong }),
)
