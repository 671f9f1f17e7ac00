import { z } from 'zod'
import { idOf } from '../../../kit/ids.ts'
import { event } from '../../../store/index.ts'

const edition = z.object({ about: idOf<'edition'>(), articleId: idOf<'article'>() })

/** Somebody wants an edition drafted by the engine. */
export const draftOrdered = event({ kind: 'draft.ordered', payload: edition, touches: 'nothing' })

export const events = [draftOrdered]
