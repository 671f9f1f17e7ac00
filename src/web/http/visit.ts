import { createRequire } from 'node:module'
import type * as library from 'bowser'
import type { SignInContext, Visit } from '../../domain/people/index.ts'
import { sealOf } from '../../kit/hash.ts'
import { lazy } from '../../kit/lazy.ts'
import { memoized } from '../../kit/memoize.ts'
import type { Ask } from './ask.ts'

const require = createRequire(import.meta.url)
const bowser = lazy((): typeof library => require('bowser'))

/** What is kept of where somebody signs in: which browser it says it is, a seal of its network, by which the same is known again, and its country, where a proxy says it. */
export function visitOf(ask: Ask, { secret }: Pick<SignInContext, 'secret'>): Visit {
  return { device: deviceIn(ask.header('user-agent')), network: networkOf(ask, secret), country: ask.country() }
}

export function networkOf(ask: Ask, secret: string): string {
  return networksBy(secret)(ask.client())
}

const MOST_NETWORKS = 10_000

/** @NOTE who writes has mostly written a moment ago, and a seal takes longer than all else that is done with an address. */
const networksBy = memoized(1, (secret: string) =>
  memoized(MOST_NETWORKS, (client: string) => sealOf(secret, `network ${client}`)),
)

const BETWEEN = '/'

/** The names of a browser and of a system, with a slash between; either may be missing. */
function deviceIn(said: string | undefined): string {
  if (!said) return BETWEEN
  const told = bowser().getParser(said)
  return [told.getBrowserName(), told.getOSName()].join(BETWEEN)
}
