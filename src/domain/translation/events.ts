import type { EventType } from '../../store/index.ts'
import { events as glossary, glossaryChanged } from './glossary/events.ts'

export { glossaryChanged }

export const events: readonly EventType[] = [...glossary]
