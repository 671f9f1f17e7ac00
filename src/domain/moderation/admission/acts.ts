import { act } from '../../audit/index.ts'

export const admissionSet = act('admission-set')
export const restraintImposed = act('restraint-imposed')
export const restraintEnded = act('restraint-ended')

/** What is done to the order of the house, and stays on record. */
export const acts = [admissionSet, restraintImposed, restraintEnded]
