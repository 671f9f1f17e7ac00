import { act } from '../audit/index.ts'

export const editionPublishedAct = act('edition-published')
export const editionWithdrawnAct = act('edition-withdrawn')
export const editionRetractedAct = act('edition-retracted')
export const editionInReviewAct = act('edition-in-review')

/** What is done with editions, and stays on record. */
export const acts = [editionPublishedAct, editionWithdrawnAct, editionRetractedAct, editionInReviewAct]
