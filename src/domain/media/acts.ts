import { act } from '../audit/index.ts'

export const pictureRemoved = act('picture-removed')

/** What is done to pictures, and stays on record. */
export const acts = [pictureRemoved]
