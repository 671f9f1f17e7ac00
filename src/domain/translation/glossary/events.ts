import { z } from 'zod'
import { idOf } from '../../../kit/ids.ts'
import { event } from '../../../store/index.ts'

const entry = z.object({ about: idOf<'glossaryEntry'>() })
const nothing = z.object({ about: z.undefined().optional() })

/** A name was added to the glossary, taken out of it, or is written otherwise. */
export const glossaryChanged = event({ kind: 'glossary.changed', payload: entry, touches: 'nothing' })

/** Many names came at once from a file. */
export const glossaryImported = event({ kind: 'glossary.imported', payload: nothing, touches: 'nothing' })

export const events = [glossaryChanged, glossaryImported]
