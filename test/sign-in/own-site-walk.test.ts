import assert from 'node:assert/strict'
import { once } from 'node:events'
import { mkdtempDisposable, writeFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import { type PersonId, personById, providersIn } from '../../src/domain/people/index.ts'
import { DAY_MS, MINUTE_MS, SECOND_MS } from '../../src/kit/clock.ts'
import type { ParleyOptions } from '../../src/parley.ts'
import { DATABASES } from '../support/databases.ts'
import { type Browser, browserAt } from '../support/front-door.ts'
import { ed25519, hs256, type SigningKey, tokenOf } from '../support/own-site.ts'
import { giveTo, openSite, publish, visitor } from '../support/site.ts'

const JOINING = '/en/account/joining?next=%2Fen%2Fferry'
const GULL = { sub: '17', name: 'Gull', email: 'gull@news.example', email_verified: true }

for (const { name, open } of DATABASES) {
  describe(`coming in as a user of one's own site on ${name}`, () => {
    async function setUp(roles: ('moderator' | 'editor')[] = [], more: Partial<ParleyOptions> = {}) {
      const ending = new AsyncDisposableStack()
      const database = await open()
      ending.defer(() => database.close())
      const key = ed25519('first')
      const news = {
        id: 'news',
        name: 'Harbour News',
        address: 'https://news.example/discuss',
        keys: [key.listed],
        roles,
      }
      const site = ending.use(await openSite(database.url, { providers: [news], ...more }))
      await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
      const begin = async (browser: Browser, more = '') => {
        const away = new URL((await browser.get(`/en/sign-in/with/news?next=/en/ferry${more}`)).location)
        assert.equal(away.origin + away.pathname, news.address)
        return away.searchParams.get('nonce')!
      }
      const bring = (browser: Browser, token: string) => browser.get(`/sign-in/with/news/back?token=${token}`)
      const come = async (browser: Browser, claims: Record<string, unknown>, { by = key, more = '' } = {}) => {
        const nonce = await begin(browser, more)
        return bring(browser, await tokenOf(by, { aud: site.url, nonce, ...claims }, site.parley.clock()))
      }
      return { site, news, key, begin, bring, come, [Symbol.asyncDispose]: () => ending.disposeAsync() }
    }

    test('a newcomer is somebody at once, and the same when they come again', async () => {
      await using s = await setUp()
      const one = browserAt(s.site.url)
      assert.match((await one.get('/en/sign-in')).text, /Sign in with Harbour News/)
      const came = await s.come(one, GULL)
      assert.equal(came.location, JOINING)
      const two = browserAt(s.site.url)
      assert.equal((await s.come(two, GULL)).location, JOINING, 'as long as they have not agreed')
      const words = await one.get(came.location)
      assert.match(
        words.text,
        /Here you speak as <b><bdi>Gull<\/bdi><\/b>\.[\s\S]*By taking part you accept <a[^>]*>the rules/,
      )
      assert.equal((await one.send(words, {})).location, '/en/ferry')
      assert.equal((await s.come(two, GULL)).location, '/en/ferry')
      const [consent] = JSON.parse((await two.get('/me/data')).files!.get('data/consents.json')!)
      assert.deepEqual(
        [consent.about, consent.words],
        ['sign-up', 'By taking part you accept the rules of discussion.'],
      )
      const [me, again] = [await meOf(one), await meOf(two)]
      assert.equal(me.name, 'Gull')
      assert.equal(again.personId, me.personId)
    })

    test('who has a name that is taken or reserved chooses another', async () => {
      await using s = await setUp()
      await visitor(s.site, 'Tern')
      for (const [sub, taken] of ['Tern', 'Administrator'].entries()) {
        const browser = browserAt(s.site.url)
        const claims = { ...GULL, sub: `${sub}`, name: taken, email: `${sub}@news.example` }
        assert.match((await s.come(browser, claims)).location, /^\/en\/account\?name=/)
        assert.equal((await meOf(browser)).name, undefined)
        await browser.post('/en/account/name', { name: `Other ${sub}`, language: 'en' })
        await s.come(browser, claims)
        assert.equal((await meOf(browser)).name, `Other ${sub}`)
      }
    })

    test('an account that is there is not given to whom the site names; its owner connects it', async () => {
      await using s = await setUp()
      const tern = browserAt(s.site.url, (await visitor(s.site, 'Tern')).cookies)
      const claims = { ...GULL, name: 'Tern of the News', email: 'tern@reader.example' }
      const stranger = browserAt(s.site.url)
      const refused = await s.come(stranger, claims)
      assert.equal(refused.status, 409)
      assert.match(refused.text, /has an account here already/)
      const unproven = await s.come(stranger, { ...claims, email_verified: false })
      assert.equal(unproven.status, 403)
      assert.equal((await meOf(stranger)).name, undefined)
      assert.match((await s.come(tern, claims, { more: '&connect=1' })).location, /done=connected/)
      await s.come(stranger, claims)
      assert.equal((await meOf(stranger)).name, 'Tern', 'and keeps the name that it has here')
    })

    test('what the site says anew follows: address and name; what was chosen here stays', async () => {
      await using s = await setUp()
      const browser = browserAt(s.site.url)
      await s.come(browser, GULL)
      const later = { ...GULL, name: 'Sea Gull', email: 'sea-gull@news.example' }
      await s.come(browser, later)
      const { personId, name: now } = await meOf(browser)
      assert.equal(now, 'Sea Gull')
      assert.match((await browser.get('/en/account/security')).text, /sea-gull@news\.example/)
      await s.come(browser, { ...later, name: 'Third Name' })
      assert.equal((await meOf(browser)).name, 'Sea Gull', 'one change a month')
      s.site.wait(31 * DAY_MS)
      await s.come(browser, { ...later, name: 'Third Name' })
      assert.equal((await meOf(browser)).name, 'Third Name')
      await visitor(s.site, 'Tern')
      await s.come(browser, { ...later, name: 'Third Name', email: 'tern@reader.example' })
      assert.equal((await meOf(browser)).personId, personId)
      assert.match(
        (await browser.get('/en/account/security')).text,
        /sea-gull@news\.example/,
        'not one of somebody else',
      )
    })

    test('roles are given and taken as far as the list allows; what an administrator decided stays', async () => {
      await using s = await setUp(['moderator'])
      const browser = browserAt(s.site.url)
      const rolesNow = async (roles?: unknown) => {
        await s.come(browser, { ...GULL, roles })
        return (await meOf(browser)).roles
      }
      assert.deepEqual(await rolesNow(['admin', 'editor', 'moderator', 7]), ['moderator'])
      assert.deepEqual(await rolesNow(['editor']), [])
      assert.deepEqual(await rolesNow('moderator'), [])
      const gull = await personById(s.site.parley.store, (await meOf(browser)).personId!)
      await giveTo(s.site, gull!, 'moderator')
      assert.deepEqual(await rolesNow(['moderator']), ['moderator'])
      assert.deepEqual(await rolesNow([]), ['moderator'], 'it was not the site that gave it')
    })

    test('a picture is shown that the one who asks outside may have, and any other is left out', async () => {
      await using pictures = await startPictures()
      const reach = { resolve: async () => ['127.0.0.1'], mayReach: () => true, mayEnter: () => true }
      await using s = await setUp([], { reach })
      const browser = browserAt(s.site.url)
      const come = async (picture: string) => {
        assert.equal((await s.come(browser, { ...GULL, picture })).status, 303)
        return /<img class="portrait" src="([^"]+)"/.exec((await browser.get('/en/account')).text)?.[1]
      }
      assert.equal(await come(`${pictures.origin}/none`), undefined)
      assert.equal(await come(`${pictures.origin}/text`), undefined)
      assert.equal(await come('javascript:alert(1)'), undefined)
      const shown = await come(`${pictures.origin}/picture`)
      assert.match(shown!, /^\/media\//)
      assert.equal(await come(`${pictures.origin}/picture`), shown)
      assert.equal(pictures.asked, 3, 'each address is asked once')
    })

    test('a picture in a private network is not asked for', async () => {
      await using pictures = await startPictures()
      await using s = await setUp()
      const browser = browserAt(s.site.url)
      const came = await s.come(browser, { ...GULL, picture: `${pictures.origin}/picture` })
      assert.equal(came.location, JOINING)
      assert.equal(pictures.asked, 0)
    })

    test('keys change without anybody being signed out, and an old one is taken until its day', async () => {
      await using s = await setUp()
      const [before, after] = [browserAt(s.site.url), browserAt(s.site.url)]
      await s.come(before, GULL)
      const next = hs256('second', 'a secret of the tests that is long enough')
      const today = new Date(s.site.parley.clock()).toISOString().slice(0, 10)
      s.news.keys = [{ ...s.key.listed, until: today }, next.listed]
      await s.site.restart()
      assert.equal((await meOf(before)).name, 'Gull')
      assert.equal((await s.come(after, GULL, { by: next })).status, 303)
      assert.equal((await s.come(after, GULL)).status, 303, 'the old one')
      s.site.wait(DAY_MS + MINUTE_MS)
      const late = await s.come(browserAt(s.site.url), GULL)
      assert.equal(late.status, 422)
      assert.match(late.text, /names a key that is not known here/)
      assert.equal((await meOf(before)).name, 'Gull')
    })

    test('every token that is not for this place, browser and moment is refused, and says why', async () => {
      await using s = await setUp()
      const at = Math.floor(s.site.parley.clock() / SECOND_MS)
      const forged = ed25519('first')
      const asSecret: SigningKey = hs256('first', s.key.listed.public!)
      const cases: [RegExp, Record<string, unknown>, SigningKey?][] = [
        [/is for another place/, { aud: 'https://other.example' }],
        [/is for another place/, { aud: undefined }],
        [/has expired/, { iat: at - 200, exp: at - 60 }],
        [/more than five minutes/, { exp: at + 400 }],
        [/comes from the future/, { iat: at + 90, exp: at + 120 }],
        [/is for another browser/, { nonce: 'another' }],
        [/says as “nonce”/, { nonce: undefined }],
        [/says as “exp”/, { exp: undefined }],
        [/says as “jti”/, { jti: undefined }],
        [/says as “sub”/, { sub: undefined }],
        [/is not signed with the key/, {}, forged],
        [/is not signed with the key/, {}, asSecret],
        [/names a key that is not known here/, {}, ed25519('unknown')],
      ]
      for (const [sentence, claims, by] of cases) {
        const browser = browserAt(s.site.url)
        const refused = await s.come(browser, { ...GULL, ...claims }, by && { by })
        assert.equal(refused.status, 422, `${sentence}`)
        assert.match(refused.text, sentence)
        assert.equal((await meOf(browser)).name, undefined)
      }
      for (const [sentence, tokenFor] of [
        [/sent no token/, () => ''],
        [/cannot be read/, () => 'a.b'],
        [/cannot be read/, () => 'a'.repeat(8_001)],
        [
          /is not signed with the key/,
          (nonce: string) => unsigned({ ...GULL, aud: s.site.url, nonce, jti: 'n', iat: at, exp: at + 60 }),
        ],
      ] as const) {
        const browser = browserAt(s.site.url)
        const refused = await s.bring(browser, tokenFor(await s.begin(browser)))
        assert.equal(refused.status, 422)
        assert.match(refused.text, sentence)
        assert.equal((await meOf(browser)).name, undefined)
      }
    })

    test('a token is good once, in the browser that went, within ten minutes', async () => {
      await using s = await setUp()
      const [one, other] = [browserAt(s.site.url), browserAt(s.site.url)]
      const nonce = await s.begin(one)
      const token = await tokenOf(s.key, { ...GULL, aud: s.site.url, nonce, jti: 'once' })
      assert.equal((await s.bring(other, token)).status, 410, 'a browser that did not go')
      assert.equal((await s.bring(one, token)).status, 303)
      assert.equal((await s.bring(one, token)).status, 410)
      const again = await s.come(other, { ...GULL, jti: 'once' })
      assert.equal(again.status, 422)
      assert.match(again.text, /has been used before/)
      await s.begin(other)
      s.site.wait(11 * MINUTE_MS)
      assert.equal((await s.bring(other, token)).status, 410)
    })

    test('forty at once are one person, and one token lets in once', async () => {
      await using s = await setUp(['moderator'])
      const browsers = Array.from({ length: 40 }, () => browserAt(s.site.url))
      const claims = { ...GULL, roles: ['moderator'] }
      const came = await Promise.all(browsers.map((browser) => s.come(browser, claims)))
      assert.deepEqual(new Set(came.map(({ status }) => status)), new Set([303]))
      const people = await Promise.all(browsers.map(async (browser) => (await meOf(browser)).personId))
      assert.equal(new Set(people).size, 1)
      const one = browserAt(s.site.url)
      const token = await tokenOf(s.key, { ...GULL, aud: s.site.url, nonce: await s.begin(one) })
      const statuses = (await Promise.all(Array.from({ length: 40 }, () => s.bring(one, token)))).map((p) => p.status)
      assert.equal(statuses.filter((status) => status === 303).length, 1)
      assert.equal(statuses.filter((status) => status === 410).length, 39)
    })
  })
}

test('a list of sites that is wrong is refused with its lines', async () => {
  await using folder = await mkdtempDisposable(path.join(tmpdir(), 'parley-sites-'))
  const file = path.join(folder.path, 'sign-in.yaml')
  const site = (more: string) => `sites:\n  - id: news\n    name: News\n    address: https://news.example/\n${more}`
  const secret = 'secret: a secret of the tests that is long enough'
  const other = JSON.stringify(ed25519('a').listed.public)
  for (const [more, line] of [
    [`    keys: [{id: a, algorithm: RS256, public: ${other}}]\n`, /has a key of another kind/],
    ['    keys: []\n', /line 5: sites\.0\.keys/],
    ['    keys: [{id: a, algorithm: none}]\n', /line 5: sites\.0\.keys\.0\.algorithm/],
    ['    keys: [{id: a, algorithm: HS256, secret: short}]\n', /line 5: sites\.0\.keys\.0\.secret/],
    ['    keys: [{id: a, algorithm: EdDSA, public: none}]\n', /must be a public key in PEM/],
    [`    keys: [{id: a, algorithm: EdDSA, ${secret}}]\n`, /for HS256/],
    [`    keys: [{id: a, algorithm: HS256, ${secret}, until: soon}]\n`, /must be a day such as/],
    [`    keys: [{id: a, algorithm: HS256, ${secret}}, {id: a, algorithm: HS256, ${secret}}]\n`, /ids of their own/],
    [`    keys: [{id: a, algorithm: HS256, ${secret}}]\n    roles: [admin]\n`, /line 6: sites\.0\.roles/],
  ] as const) {
    await writeFile(file, site(more))
    assert.throws(() => providersIn(file), line, more)
  }
  await writeFile(
    file,
    site(`    keys: [{id: a, algorithm: HS256, ${secret}, until: 2027-01-31}]\n    roles: [editor]\n`),
  )
  assert.deepEqual(
    providersIn(file).map(({ id }) => id),
    ['news'],
  )
})

async function startPictures() {
  const picture = await sharp({ create: { width: 90, height: 60, channels: 3, background: 'navy' } })
    .png()
    .toBuffer()
  const server = createServer((request, response) => {
    started.asked++
    if (request.url === '/none') response.writeHead(404).end()
    else response.end(request.url === '/picture' ? picture : '<script>alert(1)</script>')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const started = {
    asked: 0,
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async [Symbol.asyncDispose]() {
      server.close().closeAllConnections()
    },
  }
  return started
}

function unsigned(claims: object): string {
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  return `${part({ alg: 'none', kid: 'first' })}.${part(claims)}.`
}

interface Me {
  personId?: PersonId
  name?: string
  roles?: string[]
}

async function meOf(browser: Browser): Promise<Me> {
  return JSON.parse((await browser.get('/me')).text) as Me
}
