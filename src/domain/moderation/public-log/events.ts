import { z } from 'zod'
import { event } from '../../../store/index.ts'

/** The moderation log ends with another entry, whose number it names. */
export const logGrown = event({ kind: 'log.grown', payload: z.object({ about: z.int() }), touches: 'nothing' })

export const events = [logGrown]
