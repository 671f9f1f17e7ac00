import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import sharp from 'sharp'
import { openBrowser } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { openWindow } from '../support/browser/windows.ts'
import { openSite, publish, type Site } from '../support/site.ts'

describe('the publication on a home screen', () => {
  let site: Site
  before(async () => {
    site = await openSite()
    await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  })
  after(() => site[Symbol.asyncDispose]())

  const get = (path: string) => fetch(site.url + path)

  test('is described in the language of each page, those for one person and those that are missing too', async () => {
    for (const path of ['/en/', '/ru/ferry', '/ru/rules', '/en/sign-in', '/ru/there-is-none']) {
      const text = await (await get(path)).text()
      assert.match(text, new RegExp(`<link rel="manifest" href="${path.slice(0, 4)}manifest.webmanifest">`), path)
    }
  })

  test('bears its name, begins at its front page, and has icons in the sizes that are said', async () => {
    const answer = await get('/ru/manifest.webmanifest')
    assert.equal(answer.headers.get('content-type'), 'application/manifest+json')
    assert.match(answer.headers.get('content-security-policy')!, /manifest-src 'self'/)
    const { icons, name, start_url, lang, display } = (await answer.json()) as Manifest
    assert.deepEqual([name, start_url, lang, display], ['The Harbour Review', '/ru/', 'ru', 'standalone'])
    assert.equal((await get(start_url)).status, 200)
    for (const { src, sizes, type } of icons) {
      const icon = await get(src)
      assert.equal(icon.headers.get('content-type'), type)
      const { width, height, format } = await sharp(await icon.arrayBuffer()).metadata()
      assert.deepEqual([`${width}x${height}`, format], [sizes, 'png'])
    }
    assert.equal((await get('/fr/manifest.webmanifest')).status, 404)
  })

  test('is taken by a browser without complaint', inChromium, async () => {
    await using browser = await openBrowser()
    await using window = await openWindow(browser, site)
    await window.page.goto('/en/ferry')
    const protocol = await window.page.context().newCDPSession(window.page)
    const { errors, url } = await protocol.send('Page.getAppManifest')
    assert.deepEqual([url, errors], [`${site.url}/en/manifest.webmanifest`, []])
    const { installabilityErrors } = await protocol.send('Page.getInstallabilityErrors')
    assert.deepEqual(
      installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito'),
      [],
    )
  })
})

interface Manifest {
  name: string
  start_url: string
  lang: string
  display: string
  icons: { src: string; sizes: string; type: string }[]
}
