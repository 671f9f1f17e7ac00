import assert from 'node:assert/strict'
import { test } from 'node:test'
import { react } from '../../src/domain/discussion/index.ts'
import { mute } from '../../src/domain/people/index.ts'
import { assertAccessible } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { openStage, whileTesting } from '../support/browser/stage.ts'
import { openWindow } from '../support/browser/windows.ts'
import { publish, say } from '../support/site.ts'

const stage = whileTesting(async () => {
  const stage = await openStage({ tern: ['Tern'], gull: ['Grey Gull'] })
  const article = await publish(stage.site, {
    slug: 'trains',
    title: 'Night trains',
    words: 'Nobody has published the figures.',
  })
  return { ...stage, article }
})

test('the bell counts what is unread and leads to the notices', inChromium, async () => {
  const { id } = await say(stage.site, stage.tern.person, stage.article, 'A root')
  await say(stage.site, stage.gull.person, stage.article, 'An answer', id)
  await using window = await openWindow(stage.browser, stage.site, stage.tern)
  const { page } = window
  await page.goto('/en/trains')
  for (let count = ''; count !== '1'; ) {
    await page.reload()
    await page.waitForSelector('#bell:not([hidden])')
    count = (await page.textContent('#bell b'))!
  }
  assert.equal(await page.getAttribute('#bell', 'aria-label'), 'Notices 1')
  await assertAccessible(page)
  await page.click('#bell')
  await page.waitForSelector('.notices .unread')
  await assertAccessible(page)

  await using stranger = await openWindow(stage.browser, stage.site)
  const asked = stranger.page.waitForResponse(/\/me(?:\?|$)/)
  await stranger.page.goto('/en/trains')
  await (await asked).finished()
  assert.equal(await stranger.page.isVisible('#bell'), false)
})

test('a name that is begun after an @ is completed by the keyboard alone', inChromium, async () => {
  await using window = await openWindow(stage.browser, stage.site, stage.tern)
  const { page } = window
  await page.goto('/en/trains/comment')
  await page.focus('textarea')
  await page.keyboard.type('As I said, @gre')
  await page.waitForSelector('name-completion button >> text=Grey Gull')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  assert.equal(await page.inputValue('textarea'), 'As I said, @"Grey Gull" ')
  await page.keyboard.type('once.')
  assert.equal(await page.inputValue('textarea'), 'As I said, @"Grey Gull" once.')
  assert.equal(await page.locator('name-completion button').count(), 0)
})

test('the words of a muted person are folded, also when they come in live, and open again', inChromium, async () => {
  const before = await say(stage.site, stage.gull.person, stage.article, 'Words to fold')
  const { id: ownId } = await say(stage.site, stage.tern.person, stage.article, 'Mine stand', before.id)
  await stage.site.parley.store.write((tx) =>
    mute(tx, stage.tern.person.id, stage.gull.person.id, stage.site.parley.clock()),
  )
  await using window = await openWindow(stage.browser, stage.site, stage.tern)
  const { page } = window
  await page.goto('/en/trains')
  await page.waitForSelector(`#c-${before.id} > .comment > details`)
  assert.equal(await page.isVisible(`#c-${before.id} > .comment .words`), false)
  assert.equal(await page.isVisible(`#c-${ownId} .words`), true)
  await page.click(`#c-${before.id} > .comment summary`)
  assert.equal(await page.isVisible(`#c-${before.id} > .comment .words`), true)
  const fresh = await say(stage.site, stage.gull.person, stage.article, 'More to fold')
  await page.waitForSelector(`#c-${fresh.id} > .comment > details`)
  assert.equal(await page.isVisible(`#c-${fresh.id} .words`), false)
  const agreeing = { by: stage.tern.person, kind: 'agree', on: true, at: stage.site.parley.clock() } as const
  await stage.site.parley.store.write(async (tx) => {
    for (const { id } of [before, fresh]) await react(tx, { id, ...agreeing })
  })
  for (const { id } of [before, fresh]) await page.waitForSelector(`#c-${id} > .comment .reaction`)
  assert.equal(await page.isVisible(`#c-${before.id} > .comment .words`), true, 'what was opened stays open')
  assert.equal(await page.isVisible(`#c-${fresh.id} .words`), false)
})
