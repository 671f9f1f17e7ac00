import { act } from '../audit/index.ts'

export const outletKept = act('outlet-kept')
export const partyKept = act('party-kept')
export const mergeMade = act('merge-made')
export const mergeUndone = act('merge-undone')
export const correctionMadeAct = act('correction-made')

/** What is done with outlets, parties and corrections, and stays on record. */
export const acts = [outletKept, partyKept, mergeMade, mergeUndone, correctionMadeAct]
