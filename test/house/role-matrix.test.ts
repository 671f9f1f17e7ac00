import assert from 'node:assert/strict'
import { test } from 'node:test'
import { ROUTES } from '../../src/web/app.ts'
import type { Who } from '../../src/web/http/who.ts'
import { DATABASES } from '../support/databases.ts'
import { addressOf, leastFields } from '../support/every-route.ts'
import { openSite, publish, type Site, say, signInAgain, type Visitor, visitor } from '../support/site.ts'

type Asker = 'stranger' | 'reader' | 'author' | 'moderator' | 'editor' | 'admin'
const ASKERS: readonly Asker[] = ['stranger', 'reader', 'author', 'moderator', 'editor', 'admin']

/** Who may, as the route declares it, and what each is answered, in the order of ASKERS; one number where all are answered alike. Reviewed by hand: a change here is a change of rights. */
const EXPECTED: Readonly<Record<string, readonly [Who, number | readonly number[]]>> = {
  'GET /': ['visitor', 302],
  'GET /assets/:file': ['visitor', 404],
  'GET /media/:file': ['visitor', 404],
  'GET /service-worker.js': ['visitor', 200],
  'GET /healthz': ['visitor', 200],
  'GET /readyz': ['visitor', 200],
  'GET /.well-known/security.txt': ['visitor', 404],
  'GET /live': ['visitor', 404],
  'GET /live/changes': ['visitor', 404],
  'GET /me': ['visitor', 200],
  'POST /me/readings': ['reader', [403, 204, 204, 204, 204, 204]],
  'POST /me/devices': ['reader', [403, 422, 422, 422, 422, 422]],
  'GET /me/data': ['reader', [303, 200, 200, 200, 200, 200]],
  'POST /sign-out': ['visitor', 200],
  'POST /sign-out/everywhere': ['visitor', 200],
  'GET /first-administrator': ['whoever holds the link', 410],
  'POST /first-administrator': ['whoever holds the link', 410],
  'GET /c/:comment': ['visitor', 303],
  'GET /c/:comment/reply': ['reader', [303, 200, 200, 200, 200, 200]],
  'POST /c/:comment/replies': ['reader', [403, 303, 303, 303, 303, 303]],
  'GET /c/:comment/edit': ['its author', [303, 403, 200, 403, 403, 403]],
  'POST /c/:comment/edit': ['its author', [403, 403, 303, 403, 403, 403]],
  'GET /c/:comment/removal': ['visitor', [303, 403, 200, 200, 403, 200]],
  'POST /c/:comment/removal': ['its author or a moderator', [403, 403, 303, 303, 403, 303]],
  'GET /c/:comment/restoration': ['moderator', [303, 403, 403, 409, 403, 409]],
  'POST /c/:comment/restoration': ['moderator', [403, 403, 403, 409, 403, 409]],
  'GET /c/:comment/reactions': ['all but its author', [303, 200, 403, 200, 200, 200]],
  'POST /c/:comment/reactions': ['all but its author', [403, 303, 403, 303, 303, 303]],
  'GET /c/:comment/quotations': ['visitor', 200],
  'GET /c/:comment/history': ['visitor', 200],
  'GET /a/:article/map': ['visitor', 200],
  'GET /a/:article/map/personal': ['visitor', 200],
  'POST /a/:article/comments': ['reader', [403, 303, 303, 303, 303, 303]],
  'GET /a/:article/follow': ['reader', [303, 200, 200, 200, 200, 200]],
  'POST /a/:article/follow': ['reader', [403, 303, 303, 303, 303, 303]],
  'GET /c/:comment/follow': ['reader', [303, 200, 200, 200, 200, 200]],
  'POST /c/:comment/follow': ['reader', [403, 303, 303, 303, 303, 303]],
  'GET /follows': ['reader', [303, 200, 200, 200, 200, 200]],
  'GET /notices': ['reader', [303, 200, 200, 200, 200, 200]],
  'POST /notices/reading': ['reader', [403, 303, 303, 303, 303, 303]],
  'GET /unsubscribe/:token': ['whoever holds the link', 404],
  'POST /unsubscribe/:token': ['whoever holds the link', 404],
  'GET /muted': ['reader', [303, 200, 200, 200, 200, 200]],
  'POST /people/:person/mute': ['reader', [403, 303, 422, 303, 303, 303]],
  'GET /people': ['reader', [303, 200, 200, 200, 200, 200]],
  'GET /people/:person': ['visitor', 200],
  'GET /people/:person/feed.atom': ['visitor', 200],
  'GET /:language/': ['visitor', 200],
  'GET /:language/feed.atom': ['visitor', 200],
  'GET /:language/manifest.webmanifest': ['visitor', 200],
  'GET /:language/rules': ['visitor', 200],
  'GET /:language/search': ['visitor', 200],
  'GET /:language/sign-in': ['visitor', [200, 303, 303, 303, 303, 303]],
  'POST /:language/sign-in': ['visitor', 422],
  'POST /:language/sign-in/letter': ['visitor', 422],
  'GET /:language/sign-in/sent': ['visitor', 200],
  'POST /:language/sign-in/code': ['visitor', 410],
  'GET /:language/sign-in/link': ['whoever holds the link', 410],
  'POST /:language/sign-in/link': ['whoever holds the link', 410],
  'GET /:language/sign-in/second': ['visitor', 303],
  'POST /:language/sign-in/second': ['visitor', 410],
  'GET /:language/sign-in/second/lost': ['visitor', 410],
  'POST /:language/sign-in/second/lost': ['visitor', 410],
  'GET /:language/sign-in/second/stop': ['whoever holds the link', 410],
  'POST /:language/sign-in/second/stop': ['whoever holds the link', 410],
  'GET /:language/sign-up': ['visitor', 200],
  'POST /:language/sign-up': ['visitor', 422],
  'POST /demo/clearing': ['admin', [403, 403, 403, 403, 403, 303]],
  'GET /:language/account': ['account', [303, 200, 200, 200, 200, 200]],
  'GET /:language/account/data': ['reader', [303, 200, 200, 200, 200, 200]],
  'GET /:language/account/erasure': ['reader', [303, 200, 200, 200, 200, 200]],
  'POST /:language/account/erasure': ['reader', [403, 422, 422, 422, 422, 422]],
  'POST /:language/account/name': ['account', [403, 422, 422, 422, 422, 422]],
  'POST /:language/account/profile': ['reader', [403, 303, 303, 303, 303, 303]],
  'POST /:language/account/notices': ['reader', [403, 303, 303, 303, 303, 303]],
  'GET /:language/account/security': ['reader', [303, 200, 200, 200, 200, 200]],
  'POST /:language/account/password': ['reader', [403, 422, 422, 422, 422, 422]],
  'GET /:language/account/second-factor': ['reader', [303, 200, 200, 200, 200, 200]],
  'POST /:language/account/second-factor': ['reader', [403, 409, 409, 409, 409, 409]],
  'POST /:language/account/second-factor/removal': ['reader', [403, 410, 410, 410, 410, 410]],
  'POST /:language/account/second-factor/keeping': ['reader', [403, 303, 303, 303, 303, 303]],
  'POST /:language/account/recovery-codes': ['reader', [403, 410, 410, 410, 410, 410]],
  'GET /:language/section/:section': ['visitor', 404],
  'GET /:language/section/:section/feed.atom': ['visitor', 404],
  'GET /:language/:slug': ['visitor', 200],
  'GET /:language/:slug/feed.atom': ['visitor', 200],
  'GET /:language/:slug/comment': ['reader', [303, 200, 200, 200, 200, 200]],
}

/** So that the sessions last, from which false credentials are made, too. */
const SIGNING_OUT_LAST = [false, true].flatMap((last) =>
  ROUTES.filter(({ path }) => path.startsWith('/sign-out') === last),
)

for (const { name, open } of DATABASES) {
  test(`on ${name}, every route answers every role and every kind of credential as the reviewed table says`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const people = await everyRole(site)
    const wrong: string[] = []
    assert.ok(await knows(site, { cookie: people.admin.cookies }), 'a session is known by its cookie')
    const kinds = Object.entries(noCredentials(people.admin, people.ended))
    for (const [kind, { headers, query }] of kinds) assert.equal(await knows(site, headers, query), false, kind)
    const before = await say(site, people.author.person, articleId, 'A comment that stays')

    async function answered(route: (typeof ROUTES)[number], headers: Record<string, string>, query = '') {
      const isActedUpon = route.path.includes(':comment')
      const { id } = isActedUpon ? await say(site, people.author.person, articleId, 'A comment to act upon') : before
      const upon = { comment: id, article: articleId, person: people.author.person.id }
      const own = { origin: site.url, 'sec-fetch-site': 'same-origin', ...headers }
      const body = route.method === 'POST' ? new URLSearchParams(leastFields(upon)) : null
      const answer = await fetch(site.url + addressOf(route.path, upon) + query, {
        method: route.method,
        headers: own,
        body,
        redirect: 'manual',
      })
      await answer.body?.cancel()
      return answer.status
    }

    for (const route of SIGNING_OUT_LAST) {
      const line = `${route.method} ${route.path}`
      const expected = EXPECTED[line]
      assert.ok(expected !== undefined, `${line} is not in the reviewed table`)
      const [declared, statuses] = expected
      if (route.who !== declared) wrong.push(`${line} is for ${route.who}, not ${declared}`)
      const forWho = (who: Asker) => (typeof statuses === 'number' ? statuses : statuses[ASKERS.indexOf(who)]!)
      const asked = async (who: Asker) => {
        const cookies = who === 'stranger' ? '' : (await signedInAs(site, people[who])).cookies
        const status = await answered(route, cookies ? { cookie: cookies } : {})
        if (status !== forWho(who)) wrong.push(`${line} as ${who}: ${status}, not ${forWho(who)}`)
      }
      const feigned = async ([kind, { headers, query }]: (typeof kinds)[number]) => {
        const status = await answered(route, headers, query)
        if (status !== forWho('stranger')) wrong.push(`${line} with ${kind}: ${status}, not ${forWho('stranger')}`)
      }
      await Promise.all([...ASKERS.map(asked), ...kinds.map(feigned)])
    }
    assert.deepEqual(wrong, [])
    assert.deepEqual(
      Object.keys(EXPECTED).filter((line) => !ROUTES.some((r) => `${r.method} ${r.path}` === line)),
      [],
    )
  })
}

/** Whether these headers are taken for somebody's. */
async function knows(site: Site, headers: Record<string, string>, query = ''): Promise<boolean> {
  const answer = await fetch(`${site.url}/me${query}`, { headers })
  return 'name' in (await answer.json())
}

async function everyRole(site: Site) {
  const [reader, author] = [await visitor(site, 'Reader'), await visitor(site, 'Author')]
  const [moderator, editor] = [await visitor(site, 'Moderator', 'moderator'), await visitor(site, 'Editor', 'editor')]
  const [admin, ended] = [await visitor(site, 'Admin', 'admin'), await visitor(site, 'Ended', 'admin')]
  await site.parley.people.accounts.leaveEverywhere(ended.cookies)
  return { reader, author, moderator, editor, admin, ended }
}

/** Signing out is among the routes: whoever did signs in again. */
async function signedInAs(site: Site, { person, cookies }: Visitor): Promise<{ cookies: string }> {
  const signedIn = await site.parley.people.accounts.signedIn(cookies)
  return signedIn ? { cookies } : { cookies: await signInAgain(site, person.name) }
}

/** What looks like a credential and is none: each must be answered as a stranger is. */
function noCredentials(
  admin: Visitor,
  ended: Visitor,
): Record<string, { headers: Record<string, string>; query?: string }> {
  const token = admin.cookies.split('=').slice(1).join('=')
  return {
    'an ended session': { headers: { cookie: ended.cookies } },
    'a forged cookie': { headers: { cookie: `${admin.cookies.slice(0, -6)}AAAAA%3D` } },
    'an empty cookie': { headers: { cookie: 'parley=' } },
    'a bearer token': { headers: { authorization: `Bearer ${token}` } },
    'a token in the address': { headers: {}, query: `?parley=${token}&token=${token}` },
    'basic credentials': { headers: { authorization: `Basic ${btoa('admin:a password of the tests')}` } },
  }
}
