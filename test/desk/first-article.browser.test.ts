import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { fillDemo } from '../../src/exchange/demo/index.ts'
import { assertAccessible, openBrowser } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { openWindow } from '../support/browser/windows.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, type Site } from '../support/site.ts'

const MOST_STEPS = 5
const PASSWORD = 'a harbour master has a long memory'

test(
  'the first administrator comes from the demo, and from nothing, to a published article in five steps',
  inChromium,
  async () => {
    await using browser = await openBrowser()
    for (const { isDemo, script } of [
      { isDemo: true, script: true },
      { isDemo: false, script: false },
    ]) {
      await using site = await openSite()
      if (isDemo) await filled(site)
      await using window = await openWindow(browser, site, undefined, { script, width: 360 })
      const { page } = window
      let steps = 0
      const step = async (work: () => Promise<unknown>) => {
        await work()
        steps++
      }
      await step(async () => {
        await page.goto(`/first-administrator?token=${await site.parley.people.firstAdministrator.token()}`)
        await page.getByLabel('Name').fill('Harbour master')
        await page.getByLabel('Mail address').fill('master@harbour.example')
        await page.getByLabel('Password').fill(PASSWORD)
        await page.getByRole('button', { name: 'Become the administrator' }).click()
      })
      await page.getByRole('heading', { name: 'Your first article' }).waitFor()
      if (script) await assertAccessible(page)
      if (isDemo) await step(() => page.getByRole('button', { name: 'Clear the demo' }).click())
      await step(() => named(page))
      await step(async () => {
        await page.goto('/desk?language=en')
        await page.getByRole('link', { name: 'New article' }).click()
        await page.getByLabel('Title').fill('The ferry')
        await page.getByRole('button', { name: 'Begin' }).click()
      })
      await step(async () => {
        await page.locator(script ? '.cm-content' : 'textarea[name=words]').fill('It leaves at nine.')
        await page.getByRole('button', { name: 'Publish', exact: true }).click()
      })
      await page.getByText('Published.', { exact: false }).first().waitFor()
      assert.ok(steps <= MOST_STEPS, `${steps} steps`)
      const front = (await browserAt(site.url).get('/en/')).text
      assert.match(front, /The Mole[\s\S]*href="\/en\/the-ferry"/)
      assert.match((await browserAt(site.url).get('/en/the-ferry')).text, /It leaves at nine/)
      await page.goto('/desk?language=en')
      assert.equal(await page.getByRole('heading', { name: 'Your first article' }).count(), 0)
    }
  },
)

async function filled({ parley: { store, media, clock, tail } }: Site) {
  await fillDemo({ store, media, at: clock() })
  await tail.until((await store.write(async () => {})).seq)
}

async function named(page: Page) {
  await page.getByRole('link', { name: 'Name, languages and channels' }).click()
  await page.locator('input[name=names]').first().fill('The Mole')
  await page.getByRole('button', { name: 'Save', exact: true }).click()
}
