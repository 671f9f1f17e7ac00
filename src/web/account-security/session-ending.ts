import { paths } from '../../addresses/paths.ts'
import { seeOther } from '../http/answers.ts'
import { textOrNone } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import type { Given } from './security.ts'

/** Ends one of one's own sessions, or with none named all but this one. */
export const create = taking({ form: { session: textOrNone } }, async (ask, { session }, { accounts }: Given) => {
  const { accountId } = (await ask.signedIn())!
  if (session === undefined) await accounts.sessions.endOthers(ask.header('cookie') ?? '')
  else await accounts.sessions.end(accountId, session)
  return seeOther(`${paths.security(await ask.language())}?done=session-ended#sessions`)
})
