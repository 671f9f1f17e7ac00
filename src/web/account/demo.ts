import { paths } from '../../addresses/paths.ts'
import { latestSeq } from '../../store/index.ts'
import { seeOther } from '../http/answers.ts'
import { rememberWrite } from '../http/last-write.ts'
import { nextPath } from '../http/shapes.ts'
import { taking } from '../http/taking.ts'
import type { Given } from './account.ts'

/** Takes the demo away, for what is one's own. */
export const clear = taking({ form: { next: nextPath } }, async (ask, { next }, { leaveDemo }: Given) => {
  await leaveDemo()
  const seq = await latestSeq(ask.store)
  await ask.tail.until(seq)
  rememberWrite(ask, seq)
  return seeOther(next ?? `${paths.account(await ask.language())}?done=demo`)
})
