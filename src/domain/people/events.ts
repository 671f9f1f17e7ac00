import { z } from 'zod'
import { idOf } from '../../kit/ids.ts'
import { event } from '../../store/index.ts'

const payload = z.object({ about: idOf<'person'>() })

/** A person turned out to be who spoke under the name of a placeholder. */
export const personClaimed = event({ kind: 'person.claimed', payload, touches: 'everything' })

export const personRenamed = event({ kind: 'person.renamed', payload, touches: 'everything' })

/** A person and everything that is kept of them is gone. */
export const personErased = event({ kind: 'person.erased', payload, touches: 'everything' })

/** A person was given another role. */
export const roleGranted = event({ kind: 'person.role', payload, touches: 'everything' })

export const events = [personClaimed, personErased, personRenamed, roleGranted]
