import assert from 'node:assert/strict'
import type { ArticleTables } from '../../src/domain/articles/index.ts'
import { fillDemo } from '../../src/exchange/demo/index.ts'
import { latestSeq } from '../../src/store/index.ts'
import { openSite, type Site } from '../support/site.ts'

/** A site with the reviews of the demo. */
export async function openDemo(): Promise<Site> {
  const site = await openSite()
  const { store, media, clock, tail } = site.parley
  await fillDemo({ store, media, at: clock() })
  await tail.until(await latestSeq(store))
  return site
}

/** Where each of its editions stands. */
export async function editionsIn({ parley: { store } }: Site) {
  const editions = store.look<ArticleTables>().selectFrom('edition').select(['language', 'slug'])
  return editions.orderBy('id').execute()
}

/** What an address is answered with. */
export async function read({ url }: Site, address: string): Promise<string> {
  const answer = await fetch(new URL(address, url))
  assert.equal(answer.status, 200, address)
  return answer.text()
}
