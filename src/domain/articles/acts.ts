import { act } from '../audit/index.ts'

export const editionPublishedAct = act('edition-published')
export const editionWithdrawnAct = act('edition-withdrawn')
export const editionRetractedAct = act('edition-retracted')
export const editionScheduledAct = act('edition-scheduled')
export const editionUnscheduledAct = act('edition-unscheduled')
export const takeOffSetAct = act('take-off-set')
export const embargoSetAct = act('embargo-set')
export const editionInReviewAct = act('edition-in-review')
export const editionArrangedAct = act('edition-arranged')
export const editionSharedAsAct = act('edition-shared-as')

export const draftLinkMadeAct = act('draft-link-made')
export const draftLinkWithdrawnAct = act('draft-link-withdrawn')
export const articleDeletedAct = act('article-deleted')
export const articleRestoredAct = act('article-restored')

export const publicationShaped = act('publication-shaped')
export const publicationUnshaped = act('publication-unshaped')

/** What is done with editions and the publication, and stays on record. */
export const acts = [
  editionPublishedAct,
  editionScheduledAct,
  editionUnscheduledAct,
  takeOffSetAct,
  embargoSetAct,
  editionWithdrawnAct,
  editionRetractedAct,
  editionInReviewAct,
  editionArrangedAct,
  editionSharedAsAct,
  draftLinkMadeAct,
  draftLinkWithdrawnAct,
  articleDeletedAct,
  articleRestoredAct,
  publicationShaped,
  publicationUnshaped,
]
