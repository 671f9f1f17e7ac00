import { z } from 'zod'
import { idOf } from '../../kit/ids.ts'
import { event } from '../../store/index.ts'

const payload = z.object({ about: idOf<'correction'>(), articleId: idOf<'article'>() })

/** An article was corrected in public. */
export const correctionMade = event({ kind: 'correction.made', payload, touches: 'article' })

export const events = [correctionMade]
