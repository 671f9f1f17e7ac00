import assert from 'node:assert/strict'
import { test } from 'node:test'
import { openBrowser } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { openWindow } from '../support/browser/windows.ts'
import { install } from '../support/installation.ts'
import { openRestorable } from '../support/restored.ts'
import { publish, say, visitor } from '../support/site.ts'

test('an open page outlives a server that is stopped and started, and has every comment once', inChromium, async () => {
  await using installed = await install()
  await using browser = await openBrowser()
  const articleId = await publish(installed, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const { person } = await visitor(installed, 'Ada')
  const said: string[] = []
  const tell = async (words: string) =>
    `#c-${said[said.push(String((await say(installed, person, articleId, words)).id)) - 1]}`
  await tell('Before all.')

  const first = await installed.serve()
  await using window = await openWindow(browser, installed)
  const { page } = window
  const stream = page.waitForResponse(/\/live\?/)
  await page.goto('/en/ferry')
  await stream
  await page.waitForSelector(await tell('By another process.'))
  await first[Symbol.asyncDispose]()
  await page.waitForFunction(() => /lost/.test(document.querySelector('.news')!.textContent!))
  await tell('While nobody served.')
  const last = await tell('The last before they serve again.')

  await using second = await installed.serve()
  assert.equal(second.url, first.url)
  await page.waitForSelector(last, { timeout: 30_000 })
  await page.waitForSelector(await tell('After all.'))
  assert.doesNotMatch((await page.textContent('.news'))!, /lost/)
  assert.deepEqual(
    await page.locator('.thread > .entry').evaluateAll((entries) => entries.map(({ id }) => id)),
    said.map((id) => `c-${id}`),
  )
})

test(
  'after a restore, open pages say that they are out of date, and are right when loaded anew',
  inChromium,
  async () => {
    await using restorable = await openRestorable()
    const { site } = restorable
    await using browser = await openBrowser()
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const { person } = await visitor(site, 'Ada')
    const kept = await say(site, person, articleId, 'It stays.')
    await restorable.backUp()
    const lost = await say(site, person, articleId, 'It is lost.')
    await using streaming = await openWindow(browser, site)
    await using asking = await openWindow(browser, site)
    await asking.page.route('**/live?*', (route) => route.abort())
    const pages = [streaming.page, asking.page]
    for (const page of pages) await Promise.all([page.waitForResponse(/\/me\?/), page.goto('/en/ferry')])
    await restorable.restore()
    const outOfDate = '.news button:text("out of date")'
    await Promise.all(pages.map((page) => page.waitForSelector(outOfDate, { timeout: 30_000 })))
    const fresh = await say(site, person, articleId, 'It is new.')
    assert.equal(fresh.id, lost.id)
    for (const page of pages) {
      assert.match((await page.textContent(`#c-${lost.id} .words`))!, /It is lost/)
      const answered = page.waitForResponse(/\/me\?/)
      await page.click(outOfDate)
      await answered
      assert.match((await page.textContent(`#c-${fresh.id} .words`))!, /It is new/)
      await page.waitForSelector(`#c-${kept.id}`)
    }
    const last = await say(site, person, articleId, 'It is heard of.')
    await streaming.page.waitForSelector(`#c-${last.id}`)
  },
)
