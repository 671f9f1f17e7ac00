import { paths } from '../../addresses/paths.ts'
import { seeOther } from '../http/answers.ts'
import { text } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import type { Given } from './security.ts'

/** Lets a provider's account no longer come in. */
export const create = taking({ form: { provider: text } }, async (ask, { provider }, { accounts }: Given) => {
  const { accountId } = (await ask.signedIn())!
  await accounts.unlink(accountId, provider)
  return seeOther(`${paths.security(await ask.language())}?done=disconnected#providers`)
})
