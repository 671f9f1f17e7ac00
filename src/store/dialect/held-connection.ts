import { AsyncLocalStorage } from 'node:async_hooks'

const held = new AsyncLocalStorage<true>()

/** Runs a work that has a connection of its own. */
export function holding<T>(work: () => Promise<T>): Promise<T> {
  return held.run(true, work)
}

/** Runs a work on another database than the one whose connection is held. */
export function onAnother<T>(work: () => Promise<T>): Promise<T> {
  return held.exit(work)
}

/** Throws for whoever has a connection already and asks for another: when all do so at once, none ever comes. */
export function mustHoldNone(): void {
  if (held.getStore())
    throw new Error(
      'Whoever looks at one state or changes something asks with the Reading or Writing that they were given.',
    )
}
