import { z } from 'zod'
import { idOf } from '../../../kit/ids.ts'
import { event } from '../../../store/index.ts'

/** A case has waited longer than the publication wants; said once of each. */
export const caseOverdue = event({
  kind: 'case.overdue',
  payload: z.object({ about: idOf<'case'>() }),
  touches: 'nothing',
})

export const events = [caseOverdue]
