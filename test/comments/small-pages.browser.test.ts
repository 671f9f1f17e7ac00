import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator, Page } from 'playwright-core'
import { publicationOf, saveEdition, savePublication } from '../../src/domain/articles/index.ts'
import { editionChanged } from '../../src/domain/discussion/index.ts'
import { rulesIn } from '../../src/domain/moderation/index.ts'
import { saveOutlet, saveSources } from '../../src/domain/sources/index.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { openStage, whileTesting } from '../support/browser/stage.ts'
import { openWindow } from '../support/browser/windows.ts'
import { removeByRule } from '../support/remove-by-rule.ts'
import { publish, say, type Visitor, visitor } from '../support/site.ts'

const stage = whileTesting(() => openStage({ tern: ['Tern'], moderator: ['Warden', 'moderator'] }))
const PHONE = { width: 360 }
/** What a browser leaves between two words in a line, and a little more. */
const BESIDE_PX = 20

test('on a phone the bell stands beside the name, however short that is', inChromium, async () => {
  await published()
  await using window = await openWindow(stage.browser, stage.site, stage.tern, PHONE)
  const { page } = window
  await page.goto('/notices?language=en')
  await page.waitForSelector('#bell:not([hidden])')
  const [bell, name] = [await boxOf(page.locator('#bell')), await wordsOf(page.locator('#me'))]
  assert.ok(name.left - bell.right > 0 && name.left - bell.right < BESIDE_PX, JSON.stringify([bell, name]))
  assert.equal(name.right, (await boxOf(page.locator('.reader'))).right)
})

test('on a phone the days between which one searches stand beside one another, wide enough', inChromium, async () => {
  await published()
  await using window = await openWindow(stage.browser, stage.site, undefined, PHONE)
  await window.page.goto('/ru/search')
  const [from, to] = [await boxOf(day(window.page, 'from')), await boxOf(day(window.page, 'to'))]
  assert.equal(from.top, to.top)
  for (const { left, right } of [from, to]) assert.ok(right - left >= 140, `${right - left} px`)
})

test(
  'on a phone no word of the front page is wider than the page, in what leads and in what follows',
  inChromium,
  async () => {
    const title = 'Donaudampfschifffahrtsgesellschaftskapitänsmütze'
    for (const slug of ['leads-later', 'leads']) await publish(stage.site, { slug, title, words: 'It leaves at nine.' })
    await using window = await openWindow(stage.browser, stage.site, undefined, PHONE)
    await window.page.goto('/en/')
    assert.equal(await window.page.locator('h2, h3', { hasText: title }).count(), 2)
    assert.equal(await window.page.evaluate(() => document.documentElement.scrollWidth), PHONE.width)
  },
)

test('a moment stands in one line, on a page of notices and in a tombstone', inChromium, async () => {
  const { id, moderator } = await published()
  const { person } = await visitor(stage.site, 'Константин Преображенский')
  const own = await say(stage.site, stage.tern.person, id, 'One.')
  await say(stage.site, person, id, 'An answer.', own.id)
  while ((await noticesOf(stage.tern)) === 0) await new Promise(setImmediate)
  const removed = await removedBy(moderator, id)
  await using window = await openWindow(stage.browser, stage.site, stage.tern, PHONE)
  const { page } = window
  for (const path of ['/notices?language=', `/c/${removed.id}/removal?language=`]) {
    for (const language of ['en', 'ru']) {
      await page.goto(path + language)
      const lines = page.locator('time').evaluateAll((all) => all.map((one) => one.getClientRects().length))
      assert.deepEqual(new Set(await lines), new Set([1]), path + language)
    }
  }
})

test('a removed comment on a page of its own keeps no room for what only the discussion has', inChromium, async () => {
  const { id, moderator } = await published()
  const removed = await removedBy(moderator, id)
  await using window = await openWindow(stage.browser, stage.site, moderator, PHONE)
  const { page } = window
  await page.goto(`/c/${removed.id}/removal?language=en`)
  const room = page.locator('.tombstone').evaluate((one) => {
    const [own, words] = [one.getBoundingClientRect(), document.createRange()]
    words.selectNodeContents(one.querySelector('p')!)
    const { paddingBlockEnd, paddingInlineEnd } = getComputedStyle(one)
    const below = own.bottom - words.getBoundingClientRect().bottom - Number.parseFloat(paddingBlockEnd)
    return { hasLineBelow: below > 8, beside: Number.parseFloat(paddingInlineEnd) }
  })
  assert.deepEqual(await room, { hasLineBelow: false, beside: 8 })
})

test('from right to left, reports in other scripts begin where the list does', inChromium, async () => {
  const { id } = await published()
  const { store, clock, tail } = stage.site.parley
  const language = languageFrom('ar')!
  const { seq } = await store.write(async (tx) => {
    const before = await publicationOf(tx)
    await savePublication(tx, { ...before, languages: [...before.languages, { language, name: 'المد', motto: '' }] }, 1)
    const edition = { articleId: id, language, slug: 'al-madd', publishedAt: 1, pictureAlt: '', pictureCaption: '' }
    const words = { title: 'المد', standfirst: '', words: 'يتحول.' }
    await saveEdition(tx, { ...edition, ...words }, 1, editionChanged)
    const { id: outletId } = await saveOutlet(tx, { key: 'ufer', url: null, names: { [language]: 'أوفر' } }, 1)
    const report = { outletId, url: 'https://ufer.example/a', title: 'The tide', language, publishedOn: null }
    await saveSources(tx, id, [report], clock())
  })
  await tail.until(seq)
  await using window = await openWindow(stage.browser, stage.site, undefined, { width: 1600 })
  await window.page.goto('/ar/al-madd')
  const [title, outlet] = [window.page.locator('.sources li > a'), window.page.locator('.sources li > .quiet')]
  assert.equal((await wordsOf(title)).right, (await wordsOf(outlet)).right)
})

let articles = 0

async function published() {
  const slug = `tide-${++articles}`
  return { id: await publish(stage.site, { slug, title: 'The tide', words: 'It turns.' }), moderator: stage.moderator }
}

async function removedBy({ person }: Visitor, articleId: Awaited<ReturnType<typeof publish>>) {
  const { store, clock, tail } = stage.site.parley
  const comment = await say(stage.site, stage.tern.person, articleId, 'Rude words.')
  const [rule] = await rulesIn(store, 'en')
  const decision = { id: comment.id, by: person, ruleId: rule!.id, note: '', at: clock() }
  const { seq } = await store.write((tx) => removeByRule(tx, decision))
  await tail.until(seq)
  return comment
}

async function noticesOf({ cookies }: Visitor): Promise<number> {
  const answer = await fetch(`${stage.site.url}/me`, { headers: { cookie: cookies } })
  return (await answer.json()).notices
}

const day = (page: Page, name: string) => page.locator(`input[name="${name}"]`)

function boxOf(one: Locator): Promise<DOMRect> {
  return one.evaluate((element) => element.getBoundingClientRect().toJSON())
}

function wordsOf(one: Locator): Promise<DOMRect> {
  return one.evaluate((element) => {
    const words = document.createRange()
    words.selectNodeContents(element)
    return words.getBoundingClientRect().toJSON()
  })
}
