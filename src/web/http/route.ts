import { late } from '../../kit/late.ts'
import type { Ask } from './ask.ts'
import type { Takes } from './takes.ts'
import type { Action } from './taking.ts'
import type { Who } from './who.ts'

/** One line of the product's table of contents; `Given` is what its noun asks for. */
export interface Route<Given = never> {
  method: 'GET' | 'POST'
  path: string
  who: Who
  /** What stands there; of what is loaded late, whoever asks first waits for it. */
  open: () => Opened<Given> | Promise<Opened<Given>>
  /** Whether it may be sent from elsewhere: its address alone says what it does and who may. */
  foreign?: boolean
  /** Whether those who are suspended may send there, too; every other form that asks for an account is a door that is closed to them. */
  suspended?: 'may' | undefined
}

/** What stands at an address, ready to answer. */
export interface Opened<Given> {
  takes: Takes
  answer: (ask: Ask, given: Given) => Promise<Response>
}

type LateAction<Given> = () => Promise<Action<Given>>

/** Whoever sends there need be nobody. */
const OPEN_TO_ALL: readonly Who[] = ['visitor', 'whoever holds the link']

/** Declares who may ask at an address; it is refused where the address has other parts than its action takes. */
export function route<Given>(
  method: Route['method'],
  path: string,
  who: Who,
  action: Action<Given> | LateAction<Given>,
  { suspended }: Pick<Route, 'suspended'> = {},
): Route<Given> {
  const isDoor = method === 'POST' && !OPEN_TO_ALL.some((open) => open === who) && !suspended

  function opened({ takes, answer }: Action<Given>): Opened<Given> {
    mustTakeParts(path, takes)
    return { takes, answer: (ask, given) => answer(ask, given, { who, isDoor }) }
  }

  const open = typeof action === 'function' ? late(async () => opened(await action())) : always(opened(action))
  return { method, path, who, suspended, open }
}

/** Names what stands in a file of the noun that is loaded when one of its addresses is first asked for. */
export function lazily<Resource>(load: () => Promise<Resource>) {
  return <Name extends keyof Resource>(name: Name) =>
    async (): Promise<Resource[Name]> =>
      (await load())[name]
}

function mustTakeParts(path: string, { params = {} }: Takes) {
  const parts = [...path.matchAll(/:(\w+)/g)].map(([, name]) => name!).filter((name) => name !== 'language')
  const named = Object.keys(params)
  if (parts.toSorted().join() !== named.toSorted().join()) throw new Error(`${path} takes ${named.join(', ')}`)
}

function always<Value>(value: Value): () => Value {
  return () => value
}
