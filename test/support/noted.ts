import { z } from 'zod'
import { event } from '../../src/store/index.ts'

/** An event of the tests' own. */
export function noted(kind = 'noted') {
  return event({ kind, payload: z.object({ about: z.number().optional() }), touches: 'nothing' })
}
