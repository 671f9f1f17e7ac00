import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { inChromium } from '../support/browser/chromium.ts'
import { entry, openDiscussed } from '../support/browser/discussed.ts'
import { whileTesting } from '../support/browser/stage.ts'
import { openWindow } from '../support/browser/windows.ts'
import { until } from '../support/until.ts'

const discussed = whileTesting(openDiscussed)

/** Labels of all entries on the page, in order. */
const shown = (page: Page) => page.locator('.entry > * > header > .number, .tombstone .number').allTextContents()

for (const script of [true, false]) {
  const how = script ? 'with script' : 'without script'

  test(
    `${how}, the address of a comment deep down opens it in view, with the way to it and what answers it`,
    inChromium,
    async () => {
      const { comments } = await discussed.article(null, ...Array.from({ length: 30 }, (_, index) => index))
      const deep = comments[24]!
      await using window = await openWindow(discussed.browser, discussed.site, undefined, { script })
      const { page } = window
      await page.goto(`/c/${deep.id}`)
      assert.equal(await page.locator(`${entry(comments[23]!)} > ol > ${entry(deep)}`).count(), 1)
      assert.equal(await page.locator(`${entry(deep)} > ol > ${entry(comments[25]!)}`).count(), 1)
      const way = await page
        .locator('.ancestors a')
        .evaluateAll((links) => links.map((link) => link.getAttribute('href')))
      const nearest = comments.slice(15, 23).map(({ id }) => `/c/${id}?language=en`)
      assert.deepEqual(way, [`/c/${comments[0]!.id}?language=en`, ...nearest])
      assert.equal(await page.locator('.ancestors .further-down').count(), 1)
      await comesIntoView(page, entry(deep))
      await page.click('.ancestors a >> nth=0')
      await page.waitForURL(/#c-\d+$/)
      await comesIntoView(page, entry(comments[0]!))
    },
  )

  test(
    `${how}, the address of a reply past those that a page shows opens it between its neighbours`,
    inChromium,
    async () => {
      const { comments } = await discussed.article(null, ...Array<number>(40).fill(0))
      await using window = await openWindow(discussed.browser, discussed.site, undefined, { script })
      const { page } = window
      await page.goto(`/c/${comments[30]!.id}`)
      assert.deepEqual((await shown(page)).slice(0, 8), ['1', '1.25', '1.26', '1.27', '1.28', '1.29', '1.30', '1.31'])
      await comesIntoView(page, entry(comments[30]!))
      await page.click('.earlier')
      await page.waitForURL((url) => !url.searchParams.has('after'))
      assert.deepEqual((await shown(page)).slice(0, 3), ['1', '1.1', '1.2'])
    },
  )
}

test(
  'the address of a comment in a folded branch opens it, also where the branch was continued',
  inChromium,
  async () => {
    const { comments } = await discussed.article(null, ...Array.from({ length: 30 }, (_, index) => index))
    await using window = await openWindow(discussed.browser, discussed.site)
    const { page } = window
    await page.goto(`/c/${comments[24]!.id}`)
    await page.click(`${entry(comments[23]!)} > .fold`)
    assert.equal(await page.locator(entry(comments[24]!)).isVisible(), false)
    await page.goto('/en/')
    await page.goto(`/c/${comments[24]!.id}`)
    await comesIntoView(page, entry(comments[24]!))
  },
)

/** Settles when it has come into view; without script the page can only be looked at again and again. */
function comesIntoView(page: Page, selector: string): Promise<void> {
  return until(async () => {
    const box = await page.locator(`${selector} > .comment`).boundingBox()
    return box !== null && box.y >= -1 && box.y < 900
  })
}
