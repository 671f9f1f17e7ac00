import { act } from '../../audit/index.ts'

export const admissionSet = act('admission-set')

/** What is done to the order of the house, and stays on record. */
export const acts = [admissionSet]
