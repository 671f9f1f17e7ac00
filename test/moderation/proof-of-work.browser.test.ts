import { test } from 'node:test'
import { sayAdmission } from '../../src/domain/moderation/index.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { openDiscussed } from '../support/browser/discussed.ts'
import { whileTesting } from '../support/browser/stage.ts'
import { openWindow } from '../support/browser/windows.ts'
import { keptLetters } from '../support/letters.ts'
import { visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const stage = whileTesting(openDiscussed)

async function askForWork() {
  const { store, tail, clock } = stage.site.parley
  const said = { sectionId: null, said: { proofUntil: 1 }, byId: null, at: clock() }
  await tail.until((await store.write((tx) => sayAdmission(tx, said))).seq)
}

test('with script the browser of somebody new works for their comment, which stands at once', inChromium, async () => {
  await askForWork()
  const { browser, site } = stage
  const { path } = await stage.article(null)
  await using window = await openWindow(browser, site, await visitor(site, 'Newcomer'))
  const { page } = window
  await page.goto(`${path}/comment`)
  await page.fill('textarea[name=words]', 'With some work.')
  await page.click('.reply .primary')
  await page.waitForSelector('.entry >> text=With some work.')

  await page.goto('/en/sign-up')
  await page.fill('input[name=name]', 'Another')
  await page.fill('input[name=mail]', 'another@reader.example')
  await page.click('main .primary')
  await page.waitForURL(/\/sign-in\/sent/)
  await until(() => keptLetters(site).some(({ to }) => to === 'another@reader.example'))
})
