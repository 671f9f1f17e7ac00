import { paths } from '../../addresses/paths.ts'
import { endWait } from '../../domain/people/index.ts'
import { seeOther } from '../http/answers.ts'
import { taking } from '../http/taking.ts'

/** Stops the waiting after which a second factor would be taken away. */
export const create = taking({}, async (ask) => {
  const { accountId } = (await ask.signedIn())!
  await ask.store.write((tx) => endWait(tx, accountId))
  return seeOther(`${paths.security(await ask.language())}?done=second-factor-kept`)
})
