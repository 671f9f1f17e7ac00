import assert from 'node:assert/strict'
import { test } from 'node:test'
import { keptCommentById } from '../../src/domain/discussion/index.ts'
import { openCaseOf, type RuleId, report } from '../../src/domain/moderation/index.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { entry, openDiscussed } from '../support/browser/discussed.ts'
import { whileTesting } from '../support/browser/stage.ts'
import { openWindow } from '../support/browser/windows.ts'

const stage = whileTesting(openDiscussed)

test('what staff work with has a script of its own, which no page of a reader loads', inChromium, async () => {
  const { browser, site, tern, warden } = stage
  const { path, comments } = await stage.article(null, 0)
  const [own, other] = comments as [(typeof comments)[number], (typeof comments)[number]]
  const scriptsOn = async (who: typeof tern | undefined, address: string) => {
    await using window = await openWindow(browser, site, who)
    await window.page.goto(address)
    const all = await window.page
      .locator('script[src]')
      .evaluateAll((found) => found.map((one) => (one as HTMLScriptElement).src))
    return all.map((src) => src.replace(/^.*\/(\w+)-\w+\.js$/, '$1'))
  }
  const readers = [
    '/en/',
    path,
    `${path}?under=${own.id}`,
    '/en/search',
    '/en/rules',
    '/en/sign-in',
    '/en/nothing-here',
  ]
  for (const address of readers) assert.deepEqual(await scriptsOn(undefined, address), ['parley'], address)
  const signedIn = ['/account', '/notices', `/c/${other.id}/reply`, `/c/${own.id}/removal`, `/c/${own.id}/edit`]
  for (const address of signedIn) assert.deepEqual(await scriptsOn(tern, address), ['parley'], address)
  assert.deepEqual(await scriptsOn(warden, `/c/${own.id}/removal`), ['desk'])
})

test(
  'a moderator finds the reason again that was typed and not sent, and not the one that was sent',
  inChromium,
  async () => {
    const { browser, site, warden } = stage
    const { comments } = await stage.article(null)
    const [comment] = comments as [(typeof comments)[number]]
    await using window = await openWindow(browser, site, warden)
    const { page } = window
    await page.goto(`/c/${comment.id}/removal`)
    await page.waitForSelector('#me >> text=Warden')
    await page.fill('textarea[name=note]', 'Names a private person.')
    await page.reload()
    assert.equal(await page.inputValue('textarea[name=note]'), 'Names a private person.')
    await page.check('input[name=rule] >> nth=0')
    await page.click('.form .primary')
    await page.waitForSelector(`${entry(comment)} > .tombstone`)
    assert.equal(
      await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft '))).then(String),
      '',
    )
    await page.goto(`/c/${comment.id}/restoration`)
    assert.equal(await page.inputValue('textarea[name=note]'), '')
    assert.equal(await page.locator('script[src*="/desk-"]').count(), 1)
  },
)

test('a case is decided by one key and undone by another, and "?" shows them', inChromium, async () => {
  const { browser, site, tern, warden } = stage
  const { comments } = await stage.article(null, 0)
  const reported = comments.find(({ authorId }) => authorId !== tern.person.id)!
  const { store, clock } = site.parley
  await store.write((tx) =>
    report(tx, { id: reported.id, by: tern.person, ruleId: 1 as RuleId, words: '', at: clock() }),
  )
  const { id } = (await openCaseOf(store, reported.id))!
  const state = async () => (await keptCommentById(store, reported.id))?.state
  await using window = await openWindow(browser, site, warden)
  const { page } = window
  await page.goto(`/desk/cases/${id}?language=en`)
  await page.waitForSelector('desk-keys > button:not([hidden])')
  await page.keyboard.press('?')
  await page.waitForSelector('dialog[open] >> text=Remove')
  await page.keyboard.press('Escape')
  await page.keyboard.press('r')
  await page.waitForSelector('.decided')
  assert.equal(await state(), 'removed')
  await page.keyboard.press('u')
  await page.waitForSelector('.concerned')
  assert.equal(await state(), 'stands')
  await page.focus('textarea[name=note]')
  await page.keyboard.type('keep this, dear robot')
  assert.equal(await state(), 'stands', 'letters that are typed decide nothing')
})
