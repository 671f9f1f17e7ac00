import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { entry, goTo, openArticle, openDiscussed } from '../support/browser/discussed.ts'
import { whileTesting } from '../support/browser/stage.ts'

const discussed = whileTesting(openDiscussed)

test('a reader reacts beneath the comment, sees which reaction is theirs, and takes it back', inChromium, async () => {
  const { path, comments } = await discussed.article(null, 0)
  const [of, other] = comments as [(typeof comments)[number], (typeof comments)[number]]
  await using window = await openArticle(discussed, path, discussed.warden)
  const { page } = window
  const own = `${entry(of)} > .comment`
  const react = () => page.click(`${own} > .acts >> text=React`)
  await react()
  await page.click(`${own} > .reactions >> text="Agree"`)
  await page.locator(`${own} > .acts [data-kind="agree"]`).getByText('Agree 1 (with yours)').waitFor()
  await page.locator(`${own} > .reactions`).getByText('Take back: Agree').waitFor()
  assert.equal(new URL(page.url()).pathname, path)
  await assertAccessible(page)
  assert.equal(await page.locator(`${entry(other)} > .comment > .acts >> text=React`).count(), 0, 'to oneself')

  await goTo(page, path)
  await page.locator(`${own} > .acts [data-kind="agree"]`).getByText('(with yours)').waitFor()
  await react()
  await page.click(`${own} > .reactions >> text="Take back: Agree"`)
  await page.waitForSelector(`${own} > .acts:not(:has([data-kind]))`)
  await page.keyboard.press('Escape')
  assert.equal(await page.locator('.reactions').count(), 0)
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'React')
})

test('nobody else sees whose a reaction is, and a stranger is asked to sign in first', inChromium, async () => {
  const { path, comments } = await discussed.article(null)
  const [of] = comments as [(typeof comments)[number]]
  await using window = await openArticle(discussed, path)
  const { page } = window
  await page.click(`${entry(of)} > .comment > .acts >> text=React`)
  await page.waitForURL(/sign-in/)
})
