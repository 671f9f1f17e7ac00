import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { entry, goTo, openArticle, openDiscussed } from '../support/browser/discussed.ts'
import { whileTesting } from '../support/browser/stage.ts'
import { say } from '../support/site.ts'

const discussed = whileTesting(openDiscussed)

test(
  'a branch folds to a line that counts its replies, and is still folded on the next visit',
  inChromium,
  async () => {
    const { path, comments } = await discussed.article(null, 0, 1, 0, null)
    await using window = await openArticle(discussed, path)
    const { page } = window
    const button = page.locator(`${entry(comments[0]!)} > .fold`)
    assert.equal(await button.getAttribute('aria-expanded'), 'true')
    await button.click()
    assert.equal(await button.innerText(), '3 replies')
    assert.equal(await page.locator(entry(comments[1]!)).evaluate((one) => one.checkVisibility()), false)
    assert.equal(await page.locator(`${entry(comments[4]!)} > .fold`).count(), 0)
    await assertAccessible(page)
    await goTo(page, path)
    assert.equal(await button.getAttribute('aria-expanded'), 'false')
    await button.click()
    await goTo(page, path)
    assert.equal(await button.getAttribute('aria-expanded'), 'true')
    assert.equal(await page.getByRole('button', { name: '3 replies' }).count(), 1)
  },
)

test('however many branches are counted, the rules of counting are made once', inChromium, async () => {
  const { path } = await discussed.article(null, 0, 1, 2)
  await using window = await openArticle(discussed, path)
  const { page } = window
  await page.addInitScript(() => {
    const { PluralRules } = Intl
    const made = Object.assign(globalThis, { made: 0 })
    const Counted = class extends PluralRules {
      constructor(language?: string) {
        super(language)
        made.made++
      }
    }
    Object.assign(Intl, { PluralRules: Counted })
  })
  await goTo(page, path)
  await page.getByRole('button', { name: '1 reply' }).waitFor()
  assert.equal(await page.locator('.fold').count(), 3)
  assert.equal(await page.evaluate(() => (globalThis as unknown as { made: number }).made), 1)
})

test('the rail folds what hangs on it, and the words on it do not', inChromium, async () => {
  const { path, comments } = await discussed.article(null, 0, 1, 0, null)
  await using window = await openArticle(discussed, path)
  const { page } = window
  const list = page.locator(`${entry(comments[0]!)} > ol`)
  await page.click(`${entry(comments[1]!)} .words`)
  assert.equal(await list.getAttribute('hidden'), null)
  await list.click({ position: { x: 3, y: 30 } })
  assert.equal(await list.getAttribute('hidden'), 'until-found')
})

test(
  'a folded branch opens for an address that leads into it, from elsewhere and on the page',
  inChromium,
  async () => {
    const { path, comments } = await discussed.article(null, 0, 1, null)
    await using window = await openArticle(discussed, path)
    const { page } = window
    const inner = page.locator(entry(comments[2]!))
    const isShown = () => inner.evaluate((one) => one.checkVisibility())
    const fold = async () => {
      await page.click(`${entry(comments[0]!)} > .fold`)
      assert.equal(await isShown(), false)
    }
    await fold()
    await page.evaluate((id) => location.assign(`#c-${id}`), comments[2]!.id)
    await page.waitForFunction((id) => document.getElementById(`c-${id}`)?.checkVisibility(), comments[2]!.id)
    await fold()
    await goTo(page, `/c/${comments[2]!.id}`)
    assert.equal(await isShown(), true)
  },
)

test('what comes in while a branch is folded is counted and stays folded', inChromium, async () => {
  const { id, path, comments } = await discussed.article(null, 0, null)
  await using window = await openArticle(discussed, path)
  const { page } = window
  const button = page.locator(`${entry(comments[0]!)} > .fold`)
  await button.click()
  await say(discussed.site, discussed.tern.person, id, 'One more.', comments[1]!.id)
  await page.waitForFunction(() => document.querySelector('.fold')?.textContent?.includes('2 replies'))
  assert.equal(await button.getAttribute('aria-expanded'), 'false')
})

test('without script there is nothing to fold, and everything is shown', inChromium, async () => {
  const { path, comments } = await discussed.article(null, 0)
  await using window = await openArticle(discussed, path, undefined, { width: 360 })
  assert.equal(await window.page.locator('.fold').count(), 1)
  const context = await discussed.browser.newContext({ baseURL: discussed.site.url, javaScriptEnabled: false })
  const page = await context.newPage()
  await page.goto(path)
  assert.equal(await page.locator('.fold').count(), 0)
  assert.equal(await page.locator(entry(comments[1]!)).isVisible(), true)
  await context.close()
})
