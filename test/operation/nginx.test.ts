import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:http2'
import { describe, test } from 'node:test'
import { getCACertificates } from 'node:tls'
import { createLog } from '../../src/kit/log.ts'
import { fromDebian, needing } from '../support/debian.ts'
import { browserAt } from '../support/front-door.ts'
import { openFront } from '../support/fronts/front.ts'
import { nginx } from '../support/fronts/nginx.ts'
import { letterBox } from '../support/letters.ts'
import { openLine } from '../support/live-line.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const program = fromDebian('nginx', 'nginx')

describe('behind nginx, set up as deploy/nginx.conf says', needing(program, 'nginx'), () => {
  async function setUp() {
    const ending = new AsyncDisposableStack()
    const front = ending.use(await openFront(program!, nginx))
    let log = ''
    const sink = { write: (line: string) => (log += line) }
    const more = {
      origin: front.origin,
      proxies: ['127.0.0.1'],
      logsRequests: true,
      log: await createLog('json', sink, sink),
    }
    const site = ending.use(await openSite(undefined, more))
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    await front.begin({ port: new URL(site.url).port })
    return { site, front, articleId, log: () => log, [Symbol.asyncDispose]: () => ending.disposeAsync() }
  }

  test('one signs up, posts, and those who read along hear of it at once', async () => {
    await using s = await setUp()
    const { origin } = s.front
    const tern = browserAt(origin)
    const sent = await tern.send(await tern.get('/en/sign-up'), { name: 'Tern', mail: 'tern@reader.example' })
    assert.equal(sent.status, 303)
    await tern.send(await tern.get(letterBox(s.site)()), {})
    await using line = await openLine(`${origin}/live?article=${s.articleId}&language=en`)
    const heard = line.next()
    const posted = await tern.post(`/a/${s.articleId}/comments`, { words: 'Who wrote this?', language: 'en' })
    assert.equal(posted.status, 303)
    assert.match((await tern.get('/en/ferry')).text, /Who wrote this\?/, 'whoever has written sees it at once')
    const { changes } = await heard
    assert.match(changes[0]!.html, /Who wrote this\?/)
  })

  test('a page comes over HTTP/2, packed, is asked for anew, and not sent again where it is known', async () => {
    await using s = await setUp()
    await using ending = new AsyncDisposableStack()
    const session = connect(s.front.origin, { ca: getCACertificates('default') })
    ending.defer(() => session.destroy())
    const ask = async (headers: Record<string, string>) => {
      const stream = session.request({ ':path': '/en/ferry', ...headers })
      const [answer] = (await once(stream, 'response')) as [Record<string, string>]
      stream.resume()
      await once(stream, 'end')
      return answer
    }
    const whole = await ask({ 'accept-encoding': 'br' })
    assert.equal(session.alpnProtocol, 'h2')
    assert.deepEqual([whole[':status'], whole['content-encoding']], [200, 'br'])
    assert.match(whole['strict-transport-security']!, /max-age/)
    const unchanged = await ask({ 'accept-encoding': 'br', 'if-none-match': whole.etag! })
    assert.equal(unchanged[':status'], 304)
    await until(async () => (await ask({ 'accept-encoding': 'br' }))['x-cache'] === 'REVALIDATED')
    const { person } = await visitor(s.site, 'Ada')
    await say(s.site, person, s.articleId, 'A root')
    await until(async () => (await ask({ 'accept-encoding': 'br' })).etag !== whole.etag)
  })

  test('what is personal is kept nowhere, the client is known, and health is not told outside', async () => {
    await using s = await setUp()
    const { origin } = s.front
    const stranger = browserAt(origin)
    const asked = await stranger.get('/me', { 'x-forwarded-for': '203.0.113.9' })
    assert.match(asked.headers.get('cache-control')!, /no-store/)
    assert.doesNotMatch((await stranger.get('/me')).headers.get('x-cache') ?? '', /hit/i)
    for (const path of ['/healthz', '/readyz']) assert.ok((await stranger.get(path)).status >= 400, path)
    const id = (await stranger.get('/en/nowhere/at/all')).headers.get('x-request-id')!
    await until(() => s.log().includes(id))
  })

  test('while Parley starts anew, readers go on', async () => {
    await using s = await setUp()
    const ask = async () => (await fetch(`${s.front.origin}/en/ferry`)).text()
    assert.match(await ask(), /It leaves at nine/)
    let meanwhile: ReturnType<typeof ask> | undefined
    await s.site.restart(async () => {
      meanwhile = ask()
    })
    assert.match(await meanwhile!, /It leaves at nine/)
  })
})
