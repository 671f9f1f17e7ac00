import { z } from 'zod'
import { idOf } from '../../../kit/ids.ts'
import { event } from '../../../store/index.ts'

const nothing = z.object({ about: z.undefined().optional() })

/** What is said of admission became another. */
export const admissionChanged = event({ kind: 'admission.changed', payload: nothing, touches: 'nothing' })

/** Something is asked of all who write in a discussion, or everywhere, or is asked no more. */
export const restraintChanged = event({
  kind: 'restraint.changed',
  payload: nothing.extend({ articleId: idOf<'article'>().optional() }),
  touches: ({ articleId }) => (articleId === undefined ? 'everything' : 'article'),
})

export const events = [admissionChanged, restraintChanged]
