import { z } from 'zod'
import { idOf } from '../../../kit/ids.ts'
import { event } from '../../../store/index.ts'

const payload = z.object({ about: idOf<'appeal'>() })

/** Somebody objects to a decision. */
export const appealMade = event({ kind: 'appeal.made', payload, touches: 'nothing' })

/** It was looked at again. What came of that is a decision of its own. */
export const appealEnded = event({ kind: 'appeal.ended', payload, touches: 'nothing' })

export const events = [appealMade, appealEnded]
