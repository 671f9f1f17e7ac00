import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mute } from '../../src/domain/people/index.ts'
import { assertAccessible } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { type Article, entry, goTo, openArticle, openDiscussed } from '../support/browser/discussed.ts'
import { whileTesting } from '../support/browser/stage.ts'
import { countOn, hide, holdTime, idsOf, look, see, unreadOn as unread } from '../support/browser/unread-marks.ts'
import { openWindow } from '../support/browser/windows.ts'
import { say, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const discussed = whileTesting(openDiscussed)

/** Two comments that come while nobody looks: one in the first branch, one at the end. */
async function meanwhile({ id, comments }: Article) {
  const reply = await say(discussed.site, discussed.warden.person, id, 'A reply meanwhile.', comments[0]!.id)
  return [reply, await say(discussed.site, discussed.warden.person, id, 'A thread meanwhile.')]
}

test(
  'what came since a stranger left carries the mark, and a button leads from one to the next',
  inChromium,
  async () => {
    const article = await discussed.article(null, 0, null)
    await using window = await openArticle(discussed, article.path, undefined, { height: 300 })
    const { page } = window
    assert.deepEqual(await unread(page), [])
    await page.goto('about:blank')
    const fresh = await meanwhile(article)
    await goTo(page, article.path)
    await page.waitForSelector('.comment.unread')
    assert.deepEqual(await unread(page), idsOf(fresh))
    assert.match(
      (await page.getAttribute(`${entry(fresh[0]!)} > .comment`, 'aria-label'))!,
      /^New\. Level 2, number 2: Warden/,
    )
    await assertAccessible(page)
    const button = page.getByRole('button', { name: '2 unread comments' })
    await button.click()
    await page.waitForFunction((at) => document.activeElement?.parentElement?.id === at, `c-${fresh[0]!.id}`)
    await page.keyboard.press('u')
    await page.waitForFunction((at) => document.activeElement?.parentElement?.id === at, `c-${fresh[1]!.id}`)
  },
)

test('with nothing new `u` stays where one is, in every order', inChromium, async () => {
  const { path } = await discussed.article(null, 0, null)
  await using window = await openArticle(discussed, path)
  const { page } = window
  for (const order of ['oldest', 'newest', 'best', 'replies', 'active']) {
    await goTo(page, `${path}?order=${order}`)
    const ways = await page.evaluateHandle(() => {
      const urls: string[] = []
      navigation.addEventListener('navigate', ({ destination }) => urls.push(destination.url))
      return urls
    })
    for (const key of 'ujuu') await page.keyboard.press(key)
    assert.deepEqual(await ways.jsonValue(), [], order)
  }
})

test('`u` goes from the last unread comment to what waits, and only then around', inChromium, async () => {
  const article = await discussed.article(null, null)
  await using window = await openArticle(discussed, article.path)
  const { page } = window
  await page.goto('about:blank')
  const [reply, thread] = await meanwhile(article)
  await goTo(page, article.path)
  await page.waitForSelector('.comment.unread')
  const waits = await say(discussed.site, discussed.warden.person, article.id, 'It waits.', article.comments[0]!.id)
  await page.getByRole('button', { name: '1 new here' }).waitFor()
  const focused = () => page.evaluate(() => document.activeElement?.parentElement?.id)
  for (const { id } of [reply!, thread!, waits, thread!, reply!]) {
    await page.keyboard.press('u')
    await page.waitForFunction((at) => document.activeElement?.parentElement?.id === at, `c-${id}`)
  }
  for (const { id } of [waits, thread!]) {
    await page.getByRole('button', { name: '3 unread comments' }).click()
    assert.equal(await focused(), `c-${id}`)
  }
})

test('what was looked at is not new on the next visit, and what was not is still', inChromium, async () => {
  const article = await discussed.article(null, ...Array.from({ length: 12 }, () => null))
  await using window = await openArticle(discussed, article.path, undefined, { height: 300 })
  const { page } = window
  await page.goto('about:blank')
  const fresh = await meanwhile(article)
  await holdTime(page)
  await page.goto(article.path)
  await page.waitForSelector('.comment.unread')
  await see(page, fresh[0]!)
  await page.goto('about:blank')
  await page.goto(article.path)
  await page.waitForSelector('.comment.unread')
  assert.deepEqual(await unread(page), idsOf([fresh[1]!]))
})

test('who only passes by, or has the window out of sight, has not seen what was there', inChromium, async () => {
  const article = await discussed.article(null, ...Array.from({ length: 12 }, () => null))
  await using window = await openArticle(discussed, article.path, undefined, { height: 300 })
  const { page } = window
  await page.goto('about:blank')
  const fresh = await meanwhile(article)
  await holdTime(page)
  await page.goto(article.path)
  await page.waitForSelector('.comment.unread')
  for (const comment of fresh) {
    await look(page, comment, true)
    await look(page, comment, false)
  }
  await page.clock.runFor(20_000)
  assert.deepEqual(await unread(page), idsOf(fresh))
  await look(page, fresh[1]!, true)
  await hide(page, true)
  await page.clock.runFor(20_000)
  assert.deepEqual(await unread(page), idsOf(fresh))
  await hide(page, false)
  await see(page, fresh[1]!)
  assert.deepEqual(await unread(page), idsOf([fresh[0]!]))
})

test('what one of two windows has seen stays known, whichever is closed last', inChromium, async () => {
  const article = await discussed.article(null, ...Array.from({ length: 12 }, () => null))
  await using window = await openArticle(discussed, article.path, undefined, { height: 300 })
  const former = window.page
  const fresh = await meanwhile(article)
  await former.waitForSelector(entry(fresh[1]!))
  await hide(former, true)
  const later = await former.context().newPage()
  await holdTime(later)
  await later.goto(article.path)
  await later.waitForSelector(`${entry(fresh[1]!)} > .unread`)
  await see(later, fresh[1]!)
  await later.goto('about:blank')
  await former.goto('about:blank')
  await former.goto(article.path)
  await former.waitForSelector('.comment.unread')
  assert.deepEqual(await unread(former), idsOf([fresh[0]!]))
})

test(
  'what comes during a first visit is new in a window beside it, too, and after both are closed',
  inChromium,
  async () => {
    const article = await discussed.article(null, 0)
    await using window = await openWindow(discussed.browser, discussed.site)
    const former = window.page
    const known = former.waitForResponse((answer) => answer.url().includes('/me?article='))
    await goTo(former, article.path)
    await known
    const fresh = await meanwhile(article)
    await former.waitForSelector(`${entry(fresh[1]!)} > .unread`)
    const later = await former.context().newPage()
    await later.goto(article.path)
    assert.equal(await former.evaluate(() => document.hidden), false)
    await countOn(later).waitFor()
    assert.deepEqual(await unread(later), idsOf(fresh))
    for (const page of [later, former]) await page.goto('about:blank')
    await goTo(former, article.path)
    await countOn(former).waitFor()
    assert.deepEqual(await unread(former), idsOf(fresh))
  },
)

test(
  'while a page is open neither what one writes elsewhere is new nor what somebody muted writes',
  inChromium,
  async () => {
    const { id, path } = await discussed.article(null)
    const [reader, heron] = [await visitor(discussed.site, 'Godwit'), await visitor(discussed.site, 'Heron')]
    await discussed.site.parley.store.write((tx) => mute(tx, reader.person.id, heron.person.id, 1))
    await using window = await openArticle(discussed, path, reader, { height: 300 })
    const { page } = window
    await say(discussed.site, reader.person, id, 'My own.')
    await say(discussed.site, heron.person, id, 'Muted.')
    const fresh = await say(discussed.site, discussed.warden.person, id, 'News.')
    await page.waitForSelector(`${entry(fresh)} > .unread`)
    assert.deepEqual(await unread(page), idsOf([fresh]))
    assert.equal(await page.textContent('.news'), 'New: Warden 4')
    assert.equal(await countOn(page).textContent(), '1 unread comment')
  },
)

test('what is counted down is not said, only what comes', inChromium, async () => {
  const article = await discussed.article(null)
  await using window = await openArticle(discussed, article.path, undefined, { height: 300 })
  const { page } = window
  await page.goto('about:blank')
  const fresh = await meanwhile(article)
  await goTo(page, article.path)
  await page.waitForSelector('.comment.unread')
  for (const words of ['One more.', 'And one.'])
    fresh.push(await say(discussed.site, discussed.warden.person, article.id, words))
  await page.waitForSelector(`.news a[href="#c-${fresh.at(-1)!.id}"]`)
  await holdTime(page)
  assert.equal(await countOn(page).textContent(), '4 unread comments')
  assert.equal(await countOn(page).locator('xpath=ancestor::*[@role="status"]').count(), 0)
  const said = await page.evaluateHandle(() => {
    const words: string[] = []
    const watch = new MutationObserver((changes) => {
      for (const { addedNodes } of changes) for (const { textContent } of addedNodes) words.push(textContent ?? '')
    })
    for (const line of document.querySelectorAll('[role="status"]'))
      watch.observe(line, { childList: true, subtree: true, characterData: true })
    return words
  })
  for (const comment of fresh) await see(page, comment)
  assert.equal(await page.textContent('.news'), '')
  assert.equal(await countOn(page).count(), 0)
  assert.deepEqual(
    (await said.jsonValue()).filter((words) => !/lost/.test(words)),
    [],
    'but that the clock of the test outran the line',
  )
})

test(
  'how far somebody with an account read is known on their other device; their own words are not new',
  inChromium,
  async () => {
    const article = await discussed.article(null, 0)
    const known = async () =>
      (
        await fetch(`${discussed.site.url}/me?article=${article.id}`, { headers: { cookie: discussed.tern.cookies } })
      ).json()
    {
      await using window = await openArticle(discussed, article.path, discussed.tern)
      await window.page.waitForSelector('#me[href*="/account"]')
      await window.page.goto('about:blank')
      await until(async () => (await known()).upTo === article.comments[1]!.id)
    }
    const fresh = await meanwhile(article)
    await say(discussed.site, discussed.tern.person, article.id, 'My own.')
    await using other = await openArticle(discussed, article.path, discussed.tern)
    await other.page.waitForSelector('.comment.unread')
    assert.deepEqual(await unread(other.page), idsOf(fresh))
  },
)

test('a reading goes only forward, and not beyond what there is', inChromium, async () => {
  const { id, comments } = await discussed.article(null, null)
  const headers = { cookie: discussed.warden.cookies, origin: discussed.site.url }
  const leave = (upTo: number) => {
    const body = new URLSearchParams({ article: String(id), upTo: String(upTo) })
    return fetch(`${discussed.site.url}/me/readings`, { method: 'POST', headers, body })
  }
  const upTo = async () => (await (await fetch(`${discussed.site.url}/me?article=${id}`, { headers })).json()).upTo
  assert.equal((await leave(comments[1]!.id + 1_000)).status, 204)
  assert.equal(await upTo(), comments[1]!.id)
  await leave(comments[0]!.id)
  assert.equal(await upTo(), comments[1]!.id)
})

test('the browser remembers 200 discussions, the latest ones', inChromium, async () => {
  const { id, path } = await discussed.article(null)
  await using window = await openArticle(discussed, path)
  const { page } = window
  await page.evaluate(() => {
    const many = Array.from({ length: 300 }, (_, index) => [`old ${index}`, { upTo: 1 }])
    localStorage.setItem('reading', JSON.stringify(many))
  })
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide')))
  const kept: [string, unknown][] = await page.evaluate(() => JSON.parse(localStorage.getItem('reading')!))
  assert.equal(kept.length, 200)
  assert.equal(kept.at(-1)![0], String(id))
})
