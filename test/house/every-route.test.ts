import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import type { Role } from '../../src/domain/people/index.ts'
import { ROUTES } from '../../src/web/app.ts'
import { DATABASES } from '../support/databases.ts'
import { requestTo, type Sent } from '../support/every-route.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const AT_ONCE = 12
const SENT_AT_ONCE = 40
/** Seconds on a machine that is alone; who holds up others does so for at least five. */
const LONGEST_MS = 5_000
const ROLES: readonly (Role | 'stranger')[] = ['stranger', 'reader', 'moderator', 'editor', 'admin']

/** So that the sessions last. */
const SIGNING_OUT_LAST = [false, true].flatMap((last) =>
  ROUTES.filter(({ path }) => path.startsWith('/sign-out') === last),
)
const POSTS = SIGNING_OUT_LAST.filter(({ method }) => method === 'POST')

for (const { name, open } of DATABASES) {
  describe(`on ${name}`, () => {
    for (const role of ROLES) {
      test(`every route answers ${AT_ONCE} at once to a ${role}, whoever holds a connection`, async () => {
        await using filled = await fill(open)
        const { cookies } = role === 'stranger' ? { cookies: '' } : await visitor(filled.site, 'Asker', role)
        for (const route of SIGNING_OUT_LAST) {
          const [before, ask] = [await requestTo(route, filled), await requestTo(route, filled)]
          const all = await together(AT_ONCE, await before(cookies), () => ask(cookies))
          assert.deepEqual(broken(all), [], `${route.method} ${route.path}`)
        }
      })
    }

    for (const [how, keyOf] of [
      ['with one key', () => 'one'],
      ['with a key of its own', (n: number) => `key ${n}`],
    ] as const) {
      test(`every POST route is sent ${SENT_AT_ONCE} times at once ${how}, and has one outcome`, async () => {
        await using filled = await fill(open)
        for (const [at, route] of POSTS.entries()) {
          const who = route.path.includes('/edit')
            ? filled.author
            : await visitor(filled.site, `Sender ${at}`, 'moderator')
          const [before, ask] = [await requestTo(route, filled), await requestTo(route, filled)]
          const send = (n: number) => ask(who.cookies, { key: `${route.path} ${keyOf(n)}` })
          const all = await together(SENT_AT_ONCE, await before(who.cookies, { key: 'before' }), send)
          assert.deepEqual(broken(all), [], `${route.method} ${route.path}`)
          const locations = new Set(all.filter(({ status }) => status === 303).map(({ location }) => location))
          if (how === 'with one key') assert.ok(locations.size <= 1, `${route.path}: ${[...locations]}`)
        }
      })
    }
  })
}

async function fill(open: (typeof DATABASES)[number]['open']) {
  const ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url, { proxies: ['127.0.0.1'] }))
  const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const author = await visitor(site, 'Author')
  return { site, articleId, author, [Symbol.asyncDispose]: () => ending.disposeAsync() }
}

/** Asks so often at once; on a slow machine it may take as long as it would one by one, by one that was asked before. */
async function together(count: number, before: Sent, ask: (n: number) => Promise<Sent>) {
  const all = await Promise.all(Array.from({ length: count }, (_, n) => ask(n)))
  const longest = Math.max(...all.map(({ tookMs }) => tookMs))
  const most = Math.max(LONGEST_MS, count * before.tookMs)
  assert.ok(longest < most, `somebody waited ${Math.round(longest)} ms, not ${Math.round(most)}`)
  return all
}

/** What went wrong with us; a limit that is named and a refusal are answers. */
function broken(all: readonly Sent[]) {
  const isBroken = ({ status, text }: Sent) => status === 500 || (status === 503 && !/Too many tries/.test(text))
  return all.filter(isBroken).map(({ status, text }) => [status, text.replace(/<[^>]*>/g, ' ').slice(-300)])
}
