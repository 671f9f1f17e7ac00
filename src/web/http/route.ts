import type { Ask } from './ask.ts'
import type { Takes } from './takes.ts'
import type { Action } from './taking.ts'
import type { Who } from './who.ts'

/** One line of the product's table of contents; `Given` is what its noun asks for. */
export interface Route<Given = never> {
  method: 'GET' | 'POST'
  path: string
  who: Who
  takes: Takes
  answer: (ask: Ask, given: Given) => Promise<Response>
  /** Whether it may be sent from elsewhere: its address alone says what it does and who may. */
  foreign?: boolean
  /** Whether those who are suspended may send there, too; every other form that asks for an account is a door that is closed to them. */
  suspended?: 'may' | undefined
}

/** Whoever sends there need be nobody. */
const OPEN_TO_ALL: readonly Who[] = ['visitor', 'whoever holds the link']

/** Declares who may ask at an address; throws where the address has other parts than its action takes. */
export function route<Given>(
  method: Route['method'],
  path: string,
  who: Who,
  action: Action<Given>,
  { suspended }: Pick<Route, 'suspended'> = {},
): Route<Given> {
  const { takes, answer } = action
  const parts = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!).filter((name) => name !== 'language')
  const named = Object.keys(takes.params ?? {})
  if (parts.toSorted().join() !== named.toSorted().join()) throw new Error(`${path} takes ${named.join(', ')}`)
  const isDoor = method === 'POST' && !OPEN_TO_ALL.some((open) => open === who) && !suspended
  return { method, path, who, takes, suspended, answer: (ask, given) => answer(ask, given, { who, isDoor }) }
}
