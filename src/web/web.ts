import type { Rankings, ReactionKind } from '../domain/discussion/index.ts'
import type { Accounts, FirstAdministrator, SignInContext } from '../domain/people/index.ts'
import type { Push, Unsubscribing } from '../domain/reach/index.ts'
import type { Search } from '../domain/search/index.ts'
import type { Clock } from '../kit/clock.ts'
import type { Store, Tail } from '../store/index.ts'
import type { Frames } from './html/frames.ts'
import type { Assets } from './http/assets.ts'
import type { PageCache } from './http/page-cache.ts'
import type { LiveStreams } from './live/index.ts'

/** What the web needs of the rest; main.ts hands it over. */
export interface Web {
  store: Store
  tail: Tail
  clock: Clock
  /** The public address, such as "https://review.example". */
  origin: string
  assets: Assets
  frames: Frames
  pages: PageCache
  rankings: Rankings
  live: LiveStreams
  mediaFolder: string
  accounts: Accounts
  signInContext: SignInContext
  firstAdministrator: FirstAdministrator
  search: Search
  unsubscribing: Unsubscribing
  push: Push
  /** The proxies whose word is taken on where a request comes from. */
  proxies: readonly string[]
  /** How readers can react to a comment. */
  reactions: readonly ReactionKind[]
}
