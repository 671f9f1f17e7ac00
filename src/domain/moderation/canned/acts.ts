import { act } from '../../audit/index.ts'

export const reasonAdded = act('reason-added')
export const reasonTaken = act('reason-taken')

/** What is done to the reasons that stand ready, and stays on record. */
export const acts = [reasonAdded, reasonTaken]
