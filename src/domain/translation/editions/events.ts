import { z } from 'zod'
import { idOf } from '../../../kit/ids.ts'
import { event } from '../../../store/index.ts'

const edition = z.object({ about: idOf<'edition'>(), articleId: idOf<'article'>() })

/** It was said which edition another translates, or that somebody has read paragraphs against it. */
export const translationSaid = event({ kind: 'translation.said', payload: edition, touches: 'article' })

export const events = [translationSaid]
