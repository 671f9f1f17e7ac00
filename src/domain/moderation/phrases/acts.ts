import { act } from '../../audit/index.ts'

export const phrasesAdded = act('phrases-added')
export const phraseTaken = act('phrase-taken')

/** What is done to the list of phrases, and stays on record. */
export const acts = [phrasesAdded, phraseTaken]
