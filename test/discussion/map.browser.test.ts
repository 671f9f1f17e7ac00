import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Locator } from 'playwright-core'
import type { Comment } from '../../src/domain/discussion/index.ts'
import { mute, unmute } from '../../src/domain/people/index.ts'
import { MINUTE_MS } from '../../src/kit/clock.ts'
import { assertAccessible } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { entry, goTo, openArticle, openDiscussed } from '../support/browser/discussed.ts'
import { whileTesting } from '../support/browser/stage.ts'
import { takenIn } from '../support/browser/taken-in.ts'
import { say, visitor } from '../support/site.ts'

const discussed = whileTesting(openDiscussed)

/** Presses a mark where nothing lies over it. @NOTE the line at the foot covers what stands at the lower edge, and a press there meets the line. */
async function press(mark: Locator) {
  await mark.evaluate((one) => one.scrollIntoView({ block: 'center' }))
  await mark.click({ force: true })
}

test(
  'a map beside the discussion marks what is one’s own, new or quoted, and a click leads there',
  inChromium,
  async () => {
    const { id, path, comments } = await discussed.article(null, 0, 1, null, 3)
    const words = `> Comment 1.\n> — [Warden, 1.1](/c/${comments[1]!.id})\n\nIndeed.`
    await say(discussed.site, discussed.warden.person, id, words, comments[4]!.id)
    await using window = await openArticle(discussed, path, discussed.tern, { width: 1440 })
    const { page } = window
    const mark = (index: number) => page.locator(`.map > svg [data-id="${comments[index]!.id}"]`)
    await page.waitForSelector('.map > svg')
    assert.equal(await page.locator('.map > svg circle').count(), 6)
    assert.match((await mark(0).getAttribute('class'))!, /own/)
    assert.match((await mark(1).getAttribute('class'))!, /^quoted$/)
    await assertAccessible(page)
    await mark(1).hover({ force: true })
    assert.equal(await page.textContent('.map > .named'), 'Warden, 1.1')
    await press(mark(4))
    assert.equal(await page.evaluate(() => document.activeElement?.parentElement?.id), entry(comments[4]!).slice(1))
    const fresh = await say(discussed.site, discussed.warden.person, id, 'Just now.')
    await page.waitForSelector(`.map > svg [data-id="${fresh.id}"].unread`)
    assert.match((await page.textContent('.map > p'))!, /3 threads/)
    const { right } = await page.locator('#discussion').evaluate((one) => one.getBoundingClientRect().toJSON())
    const box = await page.locator('.map').evaluate((one) => one.getBoundingClientRect().toJSON())
    assert.ok(box.left > right && box.right <= 1440, JSON.stringify(box))
  },
)

test('there is no map on a narrow screen, nor of a few comments', inChromium, async () => {
  const many = await discussed.article(null, null, null, null, null)
  const few = await discussed.article(null, 0)
  for (const [{ id, path }, width] of [
    [many, 900],
    [few, 1440],
  ] as const) {
    await using window = await openArticle(discussed, path, undefined, { width })
    await takenIn(window.page, `/me?article=${id}`, `/a/${id}/map`)
    assert.equal(await window.page.locator('.map').count(), 0)
  }
})

test('the map shows the whole discussion, and leads to what is on another page', inChromium, async () => {
  const { id, path, comments } = await discussed.article(...Array<null>(60).fill(null))
  discussed.site.wait(60 * MINUTE_MS)
  const last = await say(discussed.site, discussed.tern.person, id, 'An hour later.', comments.at(-1)!.id)
  await using window = await openArticle(discussed, path, discussed.tern, { width: 1440 })
  const { page } = window
  assert.equal(await page.locator(entry(last)).count(), 0)
  const mark = page.locator(`.map > svg [data-id="${last.id}"]`)
  await mark.waitFor()
  assert.match((await mark.getAttribute('class'))!, /own/)
  assert.equal(await page.locator('.map > svg .thread').count(), 60)
  assert.equal(await page.locator('.map > svg .here').count(), 50)
  await assertAccessible(page)
  await press(mark)
  await page.waitForURL(/#c-\d+$/)
  assert.match(page.url(), new RegExp(`after=50#c-${last.id}$`))
})

test(
  'nothing that somebody muted wrote is called out on the map, on whichever page it stands',
  inChromium,
  async () => {
    const { site, tern, warden } = discussed
    const { id, path, comments } = await discussed.article(...Array<null>(60).fill(null))
    const muted = comments.filter((_, at) => at % 2 === 1)
    const [here, elsewhere] = [muted[0]!, muted.at(-1)!]
    for (const { id: of, label } of [here, elsewhere, comments[58]!])
      await say(site, tern.person, id, `> Comment\n> — [Somebody, ${label}](/c/${of})\n\nIndeed.`)
    await using window = await openArticle(discussed, path, tern, { width: 1440 })
    const { page } = window
    const mark = ({ id }: Comment) => page.locator(`.map > svg [data-id="${id}"]`)
    const kindsOf = (one: Comment) => mark(one).getAttribute('class')
    for (const quoted of [here, elsewhere, comments[58]!]) assert.match((await kindsOf(quoted))!, /quoted/)

    await page.goto('about:blank')
    await site.parley.store.write((tx) => mute(tx, tern.person.id, warden.person.id, site.parley.clock()))
    await say(site, warden.person, id, 'Just now.')
    const others = await say(site, (await visitor(site, 'Aru')).person, id, 'Just now, too.')
    await goTo(page, path)
    await page.waitForSelector(`.map > svg [data-id="${others.id}"].unread`)
    for (const one of [here, elsewhere]) assert.equal(await kindsOf(one), '')
    assert.equal(await page.locator('.map > svg .unread').count(), 1)
    assert.match((await kindsOf(comments[58]!))!, /own quoted/)
    await press(mark(elsewhere))
    await page.waitForURL(new RegExp(`#c-${elsewhere.id}$`))
    await site.parley.store.write((tx) => unmute(tx, tern.person.id, warden.person.id))
  },
)
