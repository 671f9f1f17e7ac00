import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type IncomingMessage, request } from 'node:http'
import { test } from 'node:test'
import { ROUTES } from '../../src/web/app.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish } from '../support/site.ts'

test('every address with a slash too many or too few at its end leads to the page, and keeps the query', async () => {
  await using site = await openSite()
  await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const browser = browserAt(site.url)
  const paths = ROUTES.filter(({ method, path }) => method === 'GET' && path !== '/').map(({ path }) =>
    path.replace(':language', 'en').replace(':slug', 'ferry').replace(/:\w+/g, '7'),
  )
  assert.ok(paths.includes('/en/') && paths.includes('/en/ferry') && paths.includes('/people'))
  for (const path of paths) {
    const other = path.endsWith('/') ? path.slice(0, -1) : `${path}/`
    const { status, location } = await browser.get(`${other}?order=best&words=a%20b`)
    assert.equal(status, 308, other)
    const led = new URL(location, site.url)
    assert.equal(led.pathname, path)
    assert.match(led.search, /^\?order=best&words=a(%20|\+)b/, other)
  }
})

const NOWHERE = [
  '//evil.example',
  '//evil.example/',
  '//evil.example//',
  '/\\evil.example/',
  '/.//evil.example/',
  '/xx',
  '/favicon.ico',
  '/en/ferry//',
  '/c/7/reply/more/',
]

test('no address leads off the site, nor to where nothing stands', async () => {
  await using site = await openSite()
  await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const { port } = new URL(site.url)
  for (const path of NOWHERE) {
    const { status, location } = await askedFor(Number(port), path)
    assert.ok(status === 404 || status === 400, `${path}: ${status}`)
    assert.equal(location, undefined, path)
  }
  const posted = await browserAt(site.url).post('/sign-out/', {})
  assert.equal(posted.status, 404)
})

/** As it is spelled: a client that reads addresses first would put them right. */
async function askedFor(port: number, path: string) {
  const asked = request({ host: '127.0.0.1', port, path }).end()
  const [answer] = (await once(asked, 'response')) as [IncomingMessage]
  answer.resume()
  return { status: answer.statusCode, location: answer.headers.location }
}
