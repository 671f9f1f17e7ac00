import { z } from 'zod'
import { event } from '../../../store/index.ts'

const nothing = z.object({ about: z.undefined().optional() })

/** Phrases were added to the list, or taken from it. */
export const phrasesChanged = event({ kind: 'phrases.changed', payload: nothing, touches: 'nothing' })

export const events = [phrasesChanged]
