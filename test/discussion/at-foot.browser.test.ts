import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { inChromium } from '../support/browser/chromium.ts'
import { entry, openArticle, openDiscussed } from '../support/browser/discussed.ts'
import { whileTesting } from '../support/browser/stage.ts'
import { say, visitor } from '../support/site.ts'

const discussed = whileTesting(openDiscussed)

test('on a phone, what is new is told in one line at the foot, and so is a lost connection', inChromium, async () => {
  const { site, tern } = discussed
  const { person } = await visitor(site, 'Константин Преображенский')
  for (const language of ['ru', 'en']) {
    const { id, path } = await discussed.article(...Array<null>(60).fill(null))
    await using window = await openArticle(discussed, path.replace('/en/', `/${language}/`), tern, { width: 360 })
    const { page } = window
    for (let n = 0; n < 3; n++) await say(site, person, id, 'Just now.')
    await page.waitForFunction(() => document.querySelectorAll('.news a').length === 3)
    assert.deepEqual(await linesAtFoot(page), [1], language)
    await page.context().setOffline(true)
    await page.waitForFunction(() => document.querySelector('.news:not(:has(a)):not(:empty)'))
    assert.deepEqual(await linesAtFoot(page), [1], language)
  }
})

test(
  'a new comment is told once: where it waits as long as that is in view, and else at the foot',
  inChromium,
  async () => {
    const { site, warden, tern } = discussed
    const { id, path, comments } = await discussed.article(...Array<null>(30).fill(null))
    await using window = await openArticle(discussed, path, tern)
    const { page } = window
    await page.locator(entry(comments[2]!)).scrollIntoViewIfNeeded()
    await say(site, warden.person, id, 'An answer.', comments[1]!.id)
    await page.waitForSelector(`${entry(comments[1]!)} .waiting`)
    const count = page.locator('.at-foot > :first-child')
    await count.waitFor({ state: 'hidden' })
    await page.locator(entry(comments[29]!)).scrollIntoViewIfNeeded()
    await count.waitFor()
    assert.match((await count.textContent())!, /^1 unread comment/)
    await page.locator(entry(comments[2]!)).scrollIntoViewIfNeeded()
    await count.waitFor({ state: 'hidden' })
  },
)

test(
  'what is told at the foot covers no words: beside them where there is room, and else beneath',
  inChromium,
  async () => {
    const { site, warden, tern } = discussed
    for (const width of [360, 800, 1200, 1600]) {
      const { id, path, comments } = await discussed.article(...Array<null>(60).fill(null))
      await using window = await openArticle(discussed, path, tern, { width })
      const { page } = window
      await say(site, warden.person, id, 'Just now.')
      const foot = page.locator('.at-foot')
      await foot.locator('> :first-child').waitFor()
      const [told, words] = await Promise.all([foot.boundingBox(), page.locator(entry(comments[1]!)).boundingBox()])
      if (width >= 1600) assert.ok(told!.x + told!.width <= words!.x, `at ${width} px it stands over the words`)
      else
        assert.ok(told!.y + told!.height === 900 && told!.height < 45, `at ${width} px it is ${told!.height} px high`)
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
      const end = await page.locator('.colophon').boundingBox()
      const { y } = (await foot.boundingBox())!
      if (width < 1600) assert.ok(end!.y + end!.height <= y + 1, `at ${width} px it covers the page's end`)
    }
  },
)

/** How many lines of text stand in each of what is shown there to eyes. */
async function linesAtFoot(page: Page) {
  await page.evaluate(() => document.fonts.ready)
  return page.locator('.at-foot > p:not(.said)').evaluateAll((all) =>
    all
      .filter((one) => one.checkVisibility())
      .map((one) => {
        const { lineHeight, paddingBlockStart, paddingBlockEnd } = getComputedStyle(one)
        const height = one.clientHeight - Number.parseFloat(paddingBlockStart) - Number.parseFloat(paddingBlockEnd)
        return Math.round(height / Number.parseFloat(lineHeight))
      }),
  )
}
