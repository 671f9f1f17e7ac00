import { beginFeedIdentity, feedBaseOf, isEmpty } from '../../domain/articles/index.ts'
import { isLoopback } from '../../kit/loopback.ts'
import type { Store } from '../../store/index.ts'

/** Lets readers know the feeds of a publication by what they know them by, where it was there before its feeds had a name of their own. */
export async function beginFeeds(store: Store, origin: string): Promise<void> {
  if ((await feedBaseOf(store)) || (await isEmpty(store))) return
  const isHere = isLoopback(new URL(origin).hostname)
  await store.write((tx) => beginFeedIdentity(tx, isHere ? undefined : origin))
}
