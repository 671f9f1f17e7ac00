import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:http2'
import { test } from 'node:test'
import { getCACertificates } from 'node:tls'
import { createLog } from '../../src/kit/log.ts'
import { fromDebian, needing } from '../support/debian.ts'
import { browserAt } from '../support/front-door.ts'
import { apache, apachePath } from '../support/fronts/apache.ts'
import { caddy } from '../support/fronts/caddy.ts'
import { openFront } from '../support/fronts/front.ts'
import { openLine } from '../support/live-line.ts'
import { openSite, publish, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const FRONTS = [
  { kind: caddy, program: fromDebian('caddy', 'caddy'), debian: 'caddy' },
  { kind: apache, program: apachePath(), debian: 'apache2-bin' },
]

for (const { kind, program, debian } of FRONTS) {
  test(
    `behind ${kind.name}, set up as deploy/${kind.file} says, one posts, and those who read along hear of it at once`,
    needing(program, debian),
    async () => {
      await using ending = new AsyncDisposableStack()
      const front = ending.use(await openFront(program!, kind))
      const { origin } = front
      let log = ''
      const sink = { write: (line: string) => (log += line) }
      const logging = { logsRequests: true, log: await createLog('json', sink, sink) }
      const site = ending.use(await openSite(undefined, { origin, proxies: ['127.0.0.1'], ...logging }))
      const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
      await front.begin({ port: new URL(site.url).port })
      const { cookies } = await visitor(site, 'Tern')
      const tern = browserAt(origin, cookies)
      await using line = await openLine(`${origin}/live?article=${articleId}&language=en`)
      const heard = line.next()
      const posted = await tern.post(`/a/${articleId}/comments`, { words: 'Who wrote this?', language: 'en' })
      assert.equal(posted.status, 303)
      assert.match((await tern.get('/en/ferry')).text, /Who wrote this\?/, 'whoever has written sees it at once')
      assert.match((await heard).changes[0]!.html, /Who wrote this\?/)

      const session = connect(origin, { ca: getCACertificates('default') })
      ending.defer(() => session.destroy())
      const ask = async (headers: Record<string, string>) => {
        const stream = session.request({ ':path': '/en/ferry', 'accept-encoding': 'br', ...headers })
        const [answer] = (await once(stream, 'response')) as [Record<string, string>]
        stream.resume()
        await once(stream, 'end')
        return answer
      }
      const whole = await ask({})
      assert.equal(session.alpnProtocol, 'h2')
      assert.deepEqual([whole[':status'], whole['content-encoding']], [200, 'br'])
      assert.equal((await ask({ 'if-none-match': whole.etag! }))[':status'], 304)
      if (kind === apache) await until(async () => (await ask({}))['x-cache']?.startsWith('REVALIDATE') === true)
      const again = await tern.post(`/a/${articleId}/comments`, { words: 'And who read it?', language: 'en' })
      assert.equal(again.status, 303)
      assert.notEqual((await ask({ 'if-none-match': whole.etag! })).etag, whole.etag)

      const stranger = browserAt(origin)
      const me = await stranger.get('/me', { 'x-forwarded-for': '203.0.113.9' })
      assert.match(me.headers.get('cache-control')!, /no-store/)
      for (const path of ['/healthz', '/readyz']) assert.ok((await stranger.get(path)).status >= 400, path)
      const id = (await stranger.get('/en/nowhere/at/all')).headers.get('x-request-id')!
      await until(() => log.includes(id))
      assert.doesNotMatch(log, /203\.0\.113\.9/)
    },
  )
}
