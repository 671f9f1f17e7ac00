import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { inChromium } from '../support/browser/chromium.ts'
import { openArticle, openDiscussed } from '../support/browser/discussed.ts'
import { whileTesting } from '../support/browser/stage.ts'
import { say, visitor } from '../support/site.ts'

const discussed = whileTesting(openDiscussed)

test('on a phone, what is new and what has just come take one line each at the foot', inChromium, async () => {
  const { site, tern } = discussed
  const { person } = await visitor(site, 'Константин Преображенский')
  for (const language of ['ru', 'en']) {
    const { id, path } = await discussed.article(...Array<null>(60).fill(null))
    await using window = await openArticle(discussed, path.replace('/en/', `/${language}/`), tern, { width: 360 })
    const { page } = window
    for (let n = 0; n < 3; n++) await say(site, person, id, 'Just now.')
    await page.waitForFunction(() => document.querySelectorAll('.news a').length === 3)
    assert.deepEqual(await linesAtFoot(page), [1, 1], language)
    await page.context().setOffline(true)
    await page.waitForFunction(() => document.querySelector('.news:not(:has(a)):not(:empty)'))
    assert.deepEqual(await linesAtFoot(page), [1, 1], language)
  }
})

/** How many lines of text stand in each of what is shown there. */
async function linesAtFoot(page: Page) {
  await page.evaluate(() => document.fonts.ready)
  return page.locator('.at-foot > p').evaluateAll((shown) =>
    shown.map((one) => {
      const { lineHeight, paddingBlockStart, paddingBlockEnd } = getComputedStyle(one)
      const height = one.clientHeight - Number.parseFloat(paddingBlockStart) - Number.parseFloat(paddingBlockEnd)
      return Math.round(height / Number.parseFloat(lineHeight))
    }),
  )
}
