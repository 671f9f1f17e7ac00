import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { fill, quickly, requestTo, SIGNING_OUT_LAST } from '../support/every-route.ts'
import { visitor } from '../support/site.ts'

const SENT_AT_ONCE = 40
const LONGEST_MS = 2_000
const POSTS = SIGNING_OUT_LAST.filter(({ method }) => method === 'POST')

for (const { name, open } of DATABASES) {
  describe(`on ${name}`, () => {
    for (const [how, keyOf] of [
      ['with one key', () => 'one'],
      ['with a key of its own', (n: number) => `key ${n}`],
    ] as const) {
      test(`every POST route is sent ${SENT_AT_ONCE} times at once ${how}, and has one outcome`, async () => {
        await using filled = await fill(open)
        for (const [at, route] of POSTS.entries()) {
          const who = route.path.includes('/edit') ? filled.author : await visitor(filled.site, `Sender ${at}`, 'admin')
          const keyIn = (round: number, key: string) => ({ key: `${route.path} ${round} ${key}` })
          const all = await quickly(route, {
            longestMs: LONGEST_MS,
            async all(round) {
              const ask = await requestTo(route, filled)
              const each = Array.from({ length: SENT_AT_ONCE }, (_, n) => keyIn(round, keyOf(n)))
              return Promise.all(each.map((key) => ask(who.cookies, key)))
            },
            async alone(round) {
              return (await requestTo(route, filled))(who.cookies, keyIn(round, 'alone'))
            },
          })
          const locations = new Set(all.filter(({ status }) => status === 303).map(({ location }) => location))
          if (how === 'with one key') assert.ok(locations.size <= 1, `${route.path}: ${[...locations]}`)
        }
      })
    }
  })
}
