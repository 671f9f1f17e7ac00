import assert from 'node:assert/strict'
import { test } from 'node:test'
import { SQLITE } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, visitor } from '../support/site.ts'

const [FORMER, PRESENT] = [
  'a secret that was, long enough for any purpose',
  'a secret that is, long enough for any purpose',
]

test('whoever signed in under the former secret stays so while it is named, and no longer', async () => {
  await using ending = new AsyncDisposableStack()
  const fresh = await SQLITE.open()
  ending.defer(() => fresh.close())
  const statusUnder = async (options: { secret: string; formerSecret?: string }, cookies: string) => {
    await using site = await openSite(fresh.url, options)
    return (await browserAt(site.url, cookies).get('/notices')).status
  }
  let cookies = ''
  {
    await using site = await openSite(fresh.url, { secret: FORMER })
    cookies = (await visitor(site, 'Ada')).cookies
    assert.equal((await browserAt(site.url, cookies).get('/notices')).status, 200)
  }
  assert.equal(await statusUnder({ secret: PRESENT, formerSecret: FORMER }, cookies), 200)
  assert.equal(await statusUnder({ secret: PRESENT }, cookies), 303)
})
