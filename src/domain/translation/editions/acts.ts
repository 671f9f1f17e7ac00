import { act } from '../../audit/index.ts'

export const gateOverridden = act('gate-overridden')

/** What is done with translations, and stays on record. */
export const acts = [gateOverridden]
