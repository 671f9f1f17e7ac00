import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import { after, before, describe, test } from 'node:test'
import type { Browser } from 'playwright-core'
import { assertAccessible, openBrowser, type Reader, seat } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'

const POLICY = `default-src 'none'; script-src 'self'; style-src 'self'; img-src * data:; connect-src 'self'; require-trusted-types-for 'script'; trusted-types parley`
const PAGES: Record<string, string> = {
  '/well': '<p>All is well.</p>',
  '/scripted': '<p id="said">Nothing.</p><script src="/script"></script>',
  '/no-alt': '<img src="/well">',
  '/third-party': '<img alt="A picture" src="http://192.0.2.1/picture">',
  '/inline': '<p>Inline.</p><script>document.title = "ran"</script>',
}

describe('a reader in a browser', inChromium, () => {
  let server: Server
  let browser: Browser
  let origin: string

  before(async () => {
    server = createServer((request, response) => {
      response.setHeader('content-security-policy', POLICY)
      if (request.url === '/script') return void response.setHeader('content-type', 'text/javascript').end(SCRIPT)
      response.setHeader('content-type', 'text/html').end(pageWith(PAGES[request.url ?? ''] ?? ''))
    }).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const address = server.address()
    assert.ok(address && typeof address === 'object')
    origin = `http://127.0.0.1:${address.port}`
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    server.close()
  })

  const visit = async (path: string, how: Partial<Reader> = {}) => {
    const reader = await seat(browser, { origin, ...how })
    await reader.page.goto(path)
    return reader
  }

  for (const script of [true, false]) {
    for (const colours of ['light', 'dark'] as const) {
      test(`axe passes a good page under a strict policy, script ${script ? 'on' : 'off'}, ${colours}`, async () => {
        const reader = await visit('/well', { script, colours })
        await assertAccessible(reader.page)
        await reader.close()
      })
    }
  }

  test('axe finds what is wrong, script on and off', async () => {
    for (const script of [true, false]) {
      const reader = await visit('/no-alt', { script })
      await assert.rejects(assertAccessible(reader.page), /image-alt/)
      await reader.close()
    }
  })

  test('scripts run only where they are on', async () => {
    for (const [script, said] of [
      [true, 'Something.'],
      [false, 'Nothing.'],
    ] as const) {
      const reader = await visit('/scripted', { script })
      assert.equal(await reader.page.locator('#said').textContent(), said)
      await reader.close()
    }
  })

  for (const [path, complaint] of [
    ['/third-party', /third party .*192\.0\.2\.1/],
    ['/inline', /console .*Content Security Policy/],
  ] as const) {
    test(`fails a walk that met ${path}, unless it is expected`, async () => {
      await assert.rejects((await visit(path)).close(), complaint)
      await (await visit(path, { expected: [complaint, /192\.0\.2\.1|ERR_/] })).close()
    })
  }
})

const SCRIPT = `document.querySelector('#said').textContent = 'Something.'`

function pageWith(content: string) {
  return `<!doctype html><html lang="en"><head><title>A page</title><link rel="icon" href="data:,"></head><body><main><h1>A page</h1>${content}</main></body></html>`
}
