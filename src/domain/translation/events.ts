import type { EventType } from '../../store/index.ts'
import { events as editions, translationSaid } from './editions/events.ts'
import { events as glossary, glossaryChanged } from './glossary/events.ts'

export { glossaryChanged, translationSaid }

export const events: readonly EventType[] = [...editions, ...glossary]
