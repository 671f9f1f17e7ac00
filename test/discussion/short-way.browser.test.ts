import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inChromium } from '../support/browser/chromium.ts'
import { entry, openArticle, openDiscussed } from '../support/browser/discussed.ts'
import { whileTesting } from '../support/browser/stage.ts'

const discussed = whileTesting(openDiscussed)

test(
  'a link to a comment on the page leads there without loading, into a folded branch and again',
  inChromium,
  async () => {
    const { path, comments } = await discussed.article(null, 0, 1, 2, 3, ...Array(12).fill(null))
    await using window = await openArticle(discussed, path)
    const { page } = window
    const link = page.locator(`${entry(comments[4]!)} .answers`)
    const isInView = () =>
      page.waitForFunction((id) => {
        const { top, bottom } = document.getElementById(id)!.getBoundingClientRect()
        return top < innerHeight && bottom > 0
      }, entry(comments[3]!).slice(1))
    await page.evaluate(() => Object.assign(globalThis, { isTheSame: true }))
    for (const _ of ['first', 'again']) {
      await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
      await link.evaluate((one: HTMLElement) => one.click())
      await isInView()
    }
    assert.equal(new URL(page.url()).hash, entry(comments[3]!))
    await page.click(`${entry(comments[0]!)} > .fold`)
    await page.evaluate(() => scrollTo(0, document.body.scrollHeight))
    await link.evaluate((one: HTMLElement) => one.click())
    await isInView()
    await page.waitForFunction((id) => document.getElementById(id)!.checkVisibility(), entry(comments[3]!).slice(1))
    assert.equal(await page.evaluate(() => 'isTheSame' in globalThis), true)
  },
)
