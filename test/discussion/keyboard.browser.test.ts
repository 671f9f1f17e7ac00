import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Comment } from '../../src/domain/discussion/index.ts'
import { removeOwn } from '../../src/domain/moderation/index.ts'
import { assertAccessible } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { entry, openArticle, openDiscussed } from '../support/browser/discussed.ts'
import { whileTesting } from '../support/browser/stage.ts'

const discussed = whileTesting(openDiscussed)

const focused = (page: Page) => page.evaluate(() => document.activeElement?.closest('.entry')?.id ?? null)

/** @NOTE The first key of a page waits for what the keys do to be loaded. */
const untilOn = (page: Page, comment: Comment) =>
  page.waitForFunction((id) => document.activeElement?.closest('.entry')?.id === id, `c-${comment.id}`)

test('keys walk the discussion and move the focus with a mark that is seen', inChromium, async () => {
  const { path, comments } = await discussed.article(null, 0, 1, null, 3)
  await using window = await openArticle(discussed, path)
  const { page } = window
  const walk = async (keys: string, through: number[]) => {
    for (const [at, key] of [...keys].entries()) {
      await page.keyboard.press(key)
      await untilOn(page, comments[through[at]!]!)
    }
  }
  await walk('jjjj', [0, 1, 2, 3])
  await walk('kkpp', [2, 1, 0, 0])
  await walk('njp', [3, 4, 3])
  const outline = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)
  assert.equal(outline, 'solid')
  assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('tabindex')), '-1')
})

test('a key folds the branch, walks past what is folded, and unfolds it', inChromium, async () => {
  const { path, comments } = await discussed.article(null, 0, null)
  await using window = await openArticle(discussed, path)
  const { page } = window
  for (const key of 'jjc') await page.keyboard.press(key)
  await page.waitForSelector('.fold[aria-expanded=false]')
  await untilOn(page, comments[0]!)
  await page.keyboard.press('j')
  await untilOn(page, comments[2]!)
  for (const key of 'kc') await page.keyboard.press(key)
  await page.waitForSelector('.fold[aria-expanded=true]')
})

test('the key to what is answered leads out of a branch that stands alone', inChromium, async () => {
  const { path, comments } = await discussed.article(null, ...Array.from({ length: 13 }, (_, index) => index))
  await using window = await openArticle(discussed, `${path}?under=${comments[12]!.id}`)
  const { page } = window
  await page.keyboard.press('j')
  await untilOn(page, comments[12]!)
  await page.keyboard.press('p')
  await page.waitForSelector(`${entry(comments[11]!)}:target`)
  await untilOn(page, comments[11]!)
})

test('a press of the mouse does not take the keys away from what is read', inChromium, async () => {
  const { path, comments } = await discussed.article(...Array.from({ length: 20 }, () => null))
  await using window = await openArticle(discussed, path, undefined, { height: 400 })
  const { page } = window
  await page.click(`${entry(comments[0]!)} .words`)
  await page.locator(entry(comments[15]!)).evaluate((one) => one.scrollIntoView({ behavior: 'instant' }))
  await page.keyboard.press('j')
  await page.waitForSelector('.entry :focus')
  const reached = await focused(page)
  assert.ok(comments.findIndex(({ id }) => `c-${id}` === reached) > 5)
})

test('keys reply and quote, and are letters again in the form', inChromium, async () => {
  const { path, comments } = await discussed.article(null, 0)
  await using window = await openArticle(discussed, path, discussed.tern)
  const { page } = window
  for (const key of 'jjr') await page.keyboard.press(key)
  const words = page.locator(`${entry(comments[1]!)} > .reply textarea`)
  await words.waitFor()
  await page.keyboard.type('jkq?')
  assert.equal(await words.inputValue(), 'jkq?')
  await page.keyboard.press('Escape')
  for (const key of 'kq') await page.keyboard.press(key)
  await page.waitForFunction(() => document.querySelector('textarea')?.value.startsWith('> Comment 0.'))
})

test('the list of keys opens by ? and by its button, is accessible, and turns the keys off', inChromium, async () => {
  const { path, comments } = await discussed.article(null, 0)
  await using window = await openArticle(discussed, path)
  const { page } = window
  await page.keyboard.press('?')
  await page.getByRole('dialog', { name: 'Keys' }).waitFor()
  await assertAccessible(page)
  await page.getByRole('checkbox').uncheck()
  await page.keyboard.press('Escape')
  await page.keyboard.press('j')
  assert.equal(await focused(page), null)
  await page.getByRole('button', { name: 'Keys' }).click()
  await page.getByRole('checkbox').check()
  await page.getByRole('button', { name: 'Close' }).click()
  await page.keyboard.press('j')
  await untilOn(page, comments[0]!)
})

test('with a modifier, or on another layout, keys do what they should', inChromium, async () => {
  const { path, comments } = await discussed.article(null, 0)
  await using window = await openArticle(discussed, path)
  const { page } = window
  await page.keyboard.press('Alt+j')
  assert.equal(await focused(page), null)
  await page.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: 'о', code: 'KeyJ', bubbles: true })),
  )
  await untilOn(page, comments[0]!)
})

test('the accessibility tree names each entry by level, position, author and time', inChromium, async () => {
  const { path, comments } = await discussed.article(null, 0, 1, null)
  const { store, clock, tail } = discussed.site.parley
  const { seq } = await store.write((tx) =>
    removeOwn(tx, { id: comments[3]!.id, by: discussed.warden.person, at: clock() }),
  )
  await tail.until(seq)
  await using window = await openArticle(discussed, path)
  const { page } = window
  const session = await page.context().newCDPSession(page)
  const { nodes } = await session.send('Accessibility.getFullAXTree')
  const names = nodes.filter(({ role }) => role?.value === 'article').map(({ name }) => String(name?.value))
  const entries = names.filter((name) => name.startsWith('Level')).sort()
  assert.equal(entries.length, 4)
  assert.match(entries[0]!, /^Level 1, number 1: Tern, \d+ \w+(?: \d+)?(?:,| at) \d\d:\d\d$/)
  assert.match(entries[2]!, /^Level 2, number 1: Warden, /)
  assert.match(entries[3]!, /^Level 3, number 1: Tern, /)
  assert.equal(entries[1], 'Level 1, number 2: removed')
  assert.equal(nodes.filter(({ role }) => role?.value === 'tree').length, 0)
})
