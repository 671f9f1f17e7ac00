import type { EventType } from '../../store/index.ts'
import { events as editions, translationSaid } from './editions/events.ts'
import { draftOrdered, events as engines } from './engines/events.ts'
import { events as glossary, glossaryChanged } from './glossary/events.ts'

export { draftOrdered, glossaryChanged, translationSaid }

export const events: readonly EventType[] = [...editions, ...engines, ...glossary]
