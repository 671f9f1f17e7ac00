import { act } from '../../audit/index.ts'

export const entryAdded = act('name-added')
export const entryDescribed = act('name-described')
export const entryRemoved = act('name-removed')
export const formSaved = act('name-form-saved')
export const namesImported = act('names-imported')
export const nameDismissed = act('name-dismissed')

/** What is done to the glossary, and stays on record. */
export const acts = [entryAdded, entryDescribed, entryRemoved, formSaved, namesImported, nameDismissed]
