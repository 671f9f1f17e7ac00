import { beginFeedIdentity, feedBaseOf, isEmpty } from '../../domain/articles/index.ts'
import type { Store } from '../../store/index.ts'

/** Lets readers know the feeds of a publication by what they know them by, where it was there before its feeds had a name of their own. */
export async function beginFeeds(store: Store, origin: string): Promise<void> {
  if ((await feedBaseOf(store)) || (await isEmpty(store))) return
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(new URL(origin).hostname)
  await store.write((tx) => beginFeedIdentity(tx, isHere ? undefined : origin))
}
