import { z } from 'zod'
import { idOf } from '../../../kit/ids.ts'
import { event } from '../../../store/index.ts'

/** Somebody is to be told of a decision that concerns them. */
export const statementGiven = event({
  kind: 'statement.given',
  payload: z.object({ about: idOf<'statement'>() }),
  touches: 'nothing',
})

export const events = [statementGiven]
