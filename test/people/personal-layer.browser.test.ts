import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Comment, EDIT_MINUTES } from '../../src/domain/discussion/index.ts'
import { removeOwn, rulesIn } from '../../src/domain/moderation/index.ts'
import { MINUTE_MS } from '../../src/kit/clock.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { openStage, whileTesting } from '../support/browser/stage.ts'
import { openWindow } from '../support/browser/windows.ts'
import { removeByRule } from '../support/remove-by-rule.ts'
import { publish, say } from '../support/site.ts'

const stage = whileTesting(() => openStage({ tern: ['Tern'], aru: ['Aru'], moderator: ['Warden', 'moderator'] }))
let article: Awaited<ReturnType<typeof publish>>
let articles = 0

/** A fresh article: one comment of Tern's, one of Aru's, one that moderators removed and one that Aru took back. */
async function discussed() {
  const slug = `night-trains-${++articles}`
  article = await publish(stage.site, { slug, title: 'Night trains', words: 'Nobody has published the figures.' })
  const comments = []
  for (const { person } of [stage.tern, stage.aru, stage.tern, stage.aru])
    comments.push(await say(stage.site, person, article, 'Some words.'))
  const [terns, arus, removed, takenBack] = comments as [Comment, Comment, Comment, Comment]
  const { store, clock, tail } = stage.site.parley
  const [rule] = await rulesIn(store, 'en')
  const decision = { id: removed.id, by: stage.moderator.person, ruleId: rule!.id, note: '', at: clock() }
  await store.write((tx) => removeByRule(tx, decision))
  const { seq } = await store.write((tx) => removeOwn(tx, { id: takenBack.id, by: stage.aru.person, at: clock() }))
  await tail.until(seq)
  return { path: `/en/${slug}`, terns, arus, removed, takenBack }
}

/** Opens the article and waits until what is personal has come. */
async function open(page: Page, path: string) {
  const personal = page.waitForResponse('**/me?*')
  await page.goto(path)
  await (await personal).finished()
  await page.evaluate(() => new Promise((shown) => requestAnimationFrame(() => setTimeout(shown))))
}

const actsOn = (page: Page, { id }: Comment) =>
  page.locator(`#c-${id} > :is(.comment, .tombstone) .own`).allTextContents()

test('a reader sees their name, and on their own comments what they may do', inChromium, async () => {
  const { path, terns, arus, removed, takenBack } = await discussed()
  await using window = await openWindow(stage.browser, stage.site, stage.aru)
  const { page } = window
  await open(page, path)
  assert.equal(await page.textContent('#me'), 'Aru')
  assert.equal(await page.getAttribute('#me', 'href'), '/en/account')
  assert.doesNotMatch((await page.textContent('.join-in'))!, /Sign in/)
  assert.deepEqual(await actsOn(page, arus), ['Edit', 'Remove', 'Save'])
  assert.deepEqual(await actsOn(page, terns), ['Save'])
  for (const other of [removed, takenBack]) assert.deepEqual(await actsOn(page, other), [])
  const reactTo = ({ id }: Comment) => page.locator(`#c-${id} .acts >> text=React`).count()
  assert.deepEqual([await reactTo(arus), await reactTo(terns)], [0, 1])
  await page.click(`#c-${arus.id} .own >> text=Edit`)
  await page.waitForSelector('textarea')
  assert.equal(await page.inputValue('textarea'), 'Some words.')
})

test('a moderator may remove each comment, and restore what moderators removed', inChromium, async () => {
  const { path, terns, arus, removed, takenBack } = await discussed()
  await using window = await openWindow(stage.browser, stage.site, stage.moderator)
  const { page } = window
  await open(page, path)
  for (const comment of [terns, arus]) assert.deepEqual(await actsOn(page, comment), ['Remove', 'Save'])
  assert.deepEqual(await actsOn(page, removed), ['Restore'])
  assert.deepEqual(await actsOn(page, takenBack), [])
})

test('a stranger sees the page as it was sent', inChromium, async () => {
  const { path } = await discussed()
  await using window = await openWindow(stage.browser, stage.site)
  const { page } = window
  await open(page, path)
  assert.equal(await page.textContent('#me'), 'Sign in')
  assert.match((await page.textContent('.join-in'))!, /Sign in/)
  assert.equal(await page.locator('.own').count(), 0)
})

test('"Edit" goes when its time is over', inChromium, async () => {
  const { path, arus } = await discussed()
  await using window = await openWindow(stage.browser, stage.site, stage.aru)
  const { page } = window
  await page.clock.install()
  await open(page, path)
  assert.deepEqual(await actsOn(page, arus), ['Edit', 'Remove', 'Save'])
  await page.clock.fastForward(EDIT_MINUTES * MINUTE_MS)
  assert.deepEqual(await actsOn(page, arus), ['Remove', 'Save'])
})

test('what comes in while the page is open carries the same', inChromium, async () => {
  const { path } = await discussed()
  await using window = await openWindow(stage.browser, stage.site, stage.aru)
  const { page } = window
  const stream = page.waitForResponse((answer) => answer.url().includes('/live?'))
  await open(page, path)
  await stream
  const fresh = await say(stage.site, stage.aru.person, article, 'From elsewhere.')
  await page.waitForSelector(`#c-${fresh.id} .own >> text=Edit`)
})

test('nothing moves when it comes, on a wide page and on a narrow one', inChromium, async () => {
  const { path } = await discussed()
  for (const [who, width] of [
    [stage.aru, 1280],
    [stage.aru, 360],
    [stage.moderator, 1280],
    [stage.moderator, 360],
  ] as const) {
    await using window = await openWindow(stage.browser, stage.site, who, { width })
    const { page } = window
    const released = Promise.withResolvers<void>()
    await page.route('**/me?*', async (route) => {
      await released.promise
      await route.continue()
    })
    await page.goto(path)
    await page.evaluate(() => document.fonts.ready)
    const before = await placesOn(page)
    released.resolve()
    await page.waitForSelector('.own')
    assert.deepEqual(await placesOn(page), before)
  }
})

function placesOn(page: Page) {
  return page
    .locator('.masthead > *, .entry, .entry .number, .words, .acts, .tombstone p')
    .evaluateAll((all) => all.map((one) => JSON.stringify(one.getBoundingClientRect())))
}
