import { z } from 'zod'
import { idOf } from '../../../kit/ids.ts'
import { event } from '../../../store/index.ts'

/** Something was learnt from the decisions about comments. */
export const classifierTrained = event({
  kind: 'classifier.trained',
  payload: z.object({ about: idOf<'classifier'>() }),
  touches: 'nothing',
})

export const events = [classifierTrained]
