import { z } from 'zod'
import { idOf } from '../../../kit/ids.ts'
import { event } from '../../../store/index.ts'

const payload = z.object({ about: idOf<'decision'>() })

/** A moderator or a machine has decided. What changed by that on pages is told by what it happened to. */
export const decisionMade = event({ kind: 'decision.made', payload, touches: 'nothing' })

/** Within half a minute it was taken back as if it had never been. */
export const decisionUndone = event({ kind: 'decision.undone', payload, touches: 'nothing' })

/** It can be undone no more: now it is told, to those concerned and to the public. */
export const decisionSettled = event({ kind: 'decision.settled', payload, touches: 'nothing' })

export const events = [decisionMade, decisionUndone, decisionSettled]
