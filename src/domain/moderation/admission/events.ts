import { z } from 'zod'
import { event } from '../../../store/index.ts'

const nothing = z.object({ about: z.undefined().optional() })

/** What is said of admission became another. */
export const admissionChanged = event({ kind: 'admission.changed', payload: nothing, touches: 'nothing' })

export const events = [admissionChanged]
