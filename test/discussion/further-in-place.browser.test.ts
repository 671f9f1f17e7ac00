import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import type { Comment } from '../../src/domain/discussion/index.ts'
import { removeOwn } from '../../src/domain/moderation/index.ts'
import { mute } from '../../src/domain/people/index.ts'
import { assertAccessible } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { entry, goTo, openArticle, openDiscussed } from '../support/browser/discussed.ts'
import { whileTesting } from '../support/browser/stage.ts'
import { say, visitor } from '../support/site.ts'

const discussed = whileTesting(openDiscussed)

test(
  'further replies come in under their parent, and Back and Forward take them away and bring them',
  inChromium,
  async () => {
    const { path, comments } = await discussed.article(null, ...Array.from({ length: 13 }, () => 0), null)
    await using window = await openArticle(discussed, path)
    const { page } = window
    const replies = page.locator(`${entry(comments[0]!)} > ol > .entry`)
    assert.equal(await replies.count(), 10)
    await page.click('.more')
    await page.waitForSelector(entry(comments[13]!))
    assert.deepEqual(
      await replies.evaluateAll((all) => all.map(({ id }) => id)),
      comments.slice(1, 14).map(({ id }) => `c-${id}`),
    )
    assert.equal(await page.evaluate(() => document.activeElement?.parentElement?.id), `c-${comments[11]!.id}`)
    assert.match(page.url(), /under=\d+&after=10/)
    assert.equal(await page.locator('.more').count(), 0)
    await page.goBack()
    assert.equal(await replies.count(), 10)
    assert.equal(await page.evaluate(() => document.activeElement?.className), 'more')
    assert.ok(page.url().endsWith(path))
    await page.goForward()
    assert.equal(await replies.count(), 13)
    await page.goBack()
    await page.click('.more')
    await page.waitForSelector(entry(comments[13]!))
    assert.equal(await replies.count(), 13)
    await page.reload()
    await page.waitForSelector('.thread.inside')
    await page.goBack()
    await page.waitForSelector(entry(comments[14]!))
  },
)

test(
  'what was posted after further replies had come in stands last, also when they come in again',
  inChromium,
  async () => {
    const { id, path, comments } = await discussed.article(null, ...Array<number>(13).fill(0))
    await using window = await openArticle(discussed, path)
    const { page } = window
    const replies = page.locator(`${entry(comments[0]!)} > ol > .entry`)
    const ids = () => replies.evaluateAll((all) => all.map(({ id }) => id))
    await page.click('.more')
    await page.waitForSelector(entry(comments[13]!))
    await page.evaluate(() => scrollTo(0, 0))
    const last = await say(discussed.site, discussed.tern.person, id, 'The last.', comments[0]!.id)
    await page.waitForSelector(entry(last))
    const all = [...comments.slice(1), last].map(({ id }) => `c-${id}`)
    assert.deepEqual(await ids(), all)
    await page.goBack()
    await page.waitForSelector('.more')
    await page.click('.more')
    await page.waitForSelector(entry(comments[13]!))
    assert.deepEqual(await ids(), all)
  },
)

test('a link within the page is no step, and Back from it leaves what came in', inChromium, async () => {
  const { path, comments } = await discussed.article(null, ...Array.from({ length: 12 }, () => 0))
  await using window = await openArticle(discussed, path)
  const { page } = window
  await page.click('.more')
  await page.waitForSelector(entry(comments[12]!))
  await page.evaluate((id) => location.assign(`#c-${id}`), comments[1]!.id)
  await page.goBack()
  assert.equal(await page.locator(entry(comments[12]!)).count(), 1)
  await page.goBack()
  assert.equal(await page.locator(entry(comments[12]!)).count(), 0)
})

test('what came in can be folded, and further threads come in, too', inChromium, async () => {
  const { id, path } = await discussed.article()
  for (let i = 0; i < 51; i++) await say(discussed.site, discussed.tern.person, id, `Thread ${i + 1}`)
  const root = await say(discussed.site, discussed.tern.person, id, 'The last.')
  await say(discussed.site, discussed.tern.person, id, 'Its answer.', root.id)
  await using window = await openArticle(discussed, path)
  const { page } = window
  await page.click('.further')
  await page.waitForSelector(`.thread > ${entry(root)} > .fold`)
  assert.equal(await page.locator('.thread > .entry').count(), 52)
  assert.equal(await page.locator('.further').count(), 0)
  await assertAccessible(page)
})

test(
  'what came in below other entries is as the reader wants it: folded, marked, with their acts',
  inChromium,
  async () => {
    const { site, tern, warden } = discussed
    const { id, path, comments } = await discussed.article(null, ...Array<number>(13).fill(0), 12, 14)
    const [reply, own, muted] = [comments[12]!, comments[14]!, comments[15]!]
    await site.parley.store.write((tx) => mute(tx, tern.person.id, warden.person.id, site.parley.clock()))
    await using window = await openArticle(discussed, path, tern)
    const { page } = window
    await page.goto('about:blank')
    const gull = await visitor(site, 'Gull')
    const fresh = await say(site, gull.person, id, 'Meanwhile.', muted.id)
    await goTo(page, path)
    await page.click('.more')
    await page.waitForSelector(`${entry(muted)} > .comment > details:not([open]) .words`, { state: 'attached' })
    await page.waitForSelector(`${entry(fresh)} > .comment.unread`)
    assert.deepEqual(await page.locator(`${entry(own)} > .comment .own`).allTextContents(), ['Edit', 'Remove', 'Save'])
    await page.focus(`${entry(fresh)} .acts a`)
    await page.keyboard.press('c')
    await page.waitForSelector(`${entry(muted)} > ol[hidden=until-found]`, { state: 'attached' })
    await page.locator(`${entry(reply)} > ol`).click({ position: { x: 3, y: 30 } })
    await page.waitForSelector(`${entry(reply)} > ol[hidden=until-found]`, { state: 'attached' })
  },
)

test(
  'past the last level the branch takes the place of the discussion, with the way to it and back',
  inChromium,
  async () => {
    const { path, comments } = await discussed.article(null, ...Array.from({ length: 14 }, (_, index) => index))
    await using window = await openArticle(discussed, path)
    const { page } = window
    assert.equal(await page.locator('.entry').count(), 12)
    await page.click('.more')
    await page.waitForSelector(entry(comments[14]!))
    assert.ok((await page.locator('.ancestors li').count()) > 4)
    assert.equal(await page.evaluate(() => document.activeElement?.parentElement?.id), `c-${comments[12]!.id}`)
    await assertAccessible(page)
    await page.getByRole('button', { name: 'Back to where you were' }).click()
    await page.waitForSelector(entry(comments[0]!))
    assert.equal(await page.locator('.entry').count(), 12)
    assert.equal(await page.locator('.way-back').count(), 0)
  },
)

test(
  'what changes in the discussion while a branch stands in its place is there when it comes back',
  inChromium,
  async () => {
    const { id, path, comments } = await discussed.article(null, ...Array.from({ length: 14 }, (_, index) => index))
    await using window = await openArticle(discussed, path)
    const { page } = window
    const [removed, answered, last] = [comments[4]!, comments[6]!, comments[11]!]
    await page.click('.more')
    await page.waitForSelector(entry(comments[14]!))
    await removeTerns(removed)
    const root = await say(discussed.site, discussed.tern.person, id, 'A thread.')
    const waiting = await say(discussed.site, discussed.tern.person, id, 'After those further down.', last.id)
    const reply = await say(discussed.site, discussed.tern.person, id, 'A reply.', answered.id)
    await page.waitForSelector(`.news a[href="/c/${reply.id}?language=en"]`)
    await page.waitForSelector(`${entry(last)} > ol > ${entry(waiting)}`)
    assert.equal(await page.locator(entry(root)).count(), 0)
    await page.getByRole('button', { name: 'Back to where you were' }).click()
    await page.waitForSelector(`${entry(removed)} > .tombstone`)
    await page.waitForSelector(`${entry(answered)} > ol > ${entry(reply)} > .comment.unread`)
    await page.waitForSelector(`.thread > ${entry(root)} > .comment.unread`)
    assert.doesNotMatch((await page.textContent('#discussion'))!, /Comment 4\./)
    await removeTerns(comments[14]!)
    await page.waitForFunction(() => document.querySelector('#discussion h2')?.textContent === '16 comments')
    await page.goForward()
    await page.waitForSelector(`${entry(comments[14]!)} > .tombstone`)
    assert.equal(await page.locator(entry(removed)).count(), 0)
  },
)

test(
  'what changes in further replies while Back has taken them away is there when they come again',
  inChromium,
  async () => {
    const { id, path, comments } = await discussed.article(null, ...Array<number>(13).fill(0))
    await using window = await openArticle(discussed, path)
    const { page } = window
    await page.click('.more')
    await page.waitForSelector(entry(comments[13]!))
    await page.goBack()
    await page.waitForSelector('.more')
    await removeTerns(comments[12]!)
    const reply = await say(discussed.site, discussed.warden.person, id, 'A reply.', comments[13]!.id)
    const last = await say(discussed.site, discussed.warden.person, id, 'The last.', comments[0]!.id)
    await page.getByRole('button', { name: '1 new here' }).waitFor()
    await page.waitForSelector(`.news a[href="/c/${reply.id}?language=en"]`)
    await page.goForward()
    await page.waitForSelector(`${entry(comments[12]!)} > .tombstone`)
    await page.waitForSelector(`${entry(comments[13]!)} > ol > ${entry(reply)}`)
    await page.waitForSelector(`${entry(comments[13]!)} + ${entry(last)}`)
    assert.equal(await page.locator(entry(last)).count(), 1)
  },
)

test('a page that is older than what was heard comes in as things stand', inChromium, async () => {
  const { id, path, comments } = await discussed.article(null, ...Array<number>(13).fill(0))
  await using window = await openArticle(discussed, path)
  const { page } = window
  const [asked, released] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  await page.route('**/*under=*', async (route) => {
    const response = await route.fetch()
    asked.resolve()
    await released.promise
    await route.fulfill({ response })
  })
  await page.click('.more')
  await asked.promise
  await removeTerns(comments[12]!)
  const reply = await say(discussed.site, discussed.tern.person, id, 'A reply.', comments[13]!.id)
  await page.waitForSelector(`.news a[href="/c/${reply.id}?language=en"]`)
  released.resolve()
  await page.waitForSelector(`${entry(comments[12]!)} > .tombstone`)
  await page.waitForSelector(`${entry(comments[13]!)} > ol > ${entry(reply)}`)
  assert.equal(await page.locator('.thread > .entry > ol > .entry').count(), 13)
})

for (const order of ['newest', 'best', 'replied']) {
  test(`in the order ${order}, replies and threads go on where the page ended`, inChromium, async () => {
    const { path, comments } = await discussed.article(
      null,
      ...Array<number>(64).fill(0),
      ...Array<null>(55).fill(null),
    )
    await using window = await openArticle(discussed, `${path}?order=${order}`)
    const { page } = window
    const labels = (list: string) => page.locator(`${list} > .entry > * > header > .number`).allTextContents()
    while ((await page.locator('.further').count()) > 0) await goOn(page, '.further')
    assert.deepEqual((await labels('.thread')).toSorted(byNumber), upTo(56))
    const replies = `${entry(comments[0]!)} > ol`
    const shown = await labels(replies)
    assert.equal(shown.length, 10)
    while ((await page.locator(`${replies} + .more`).count()) > 0) await goOn(page, `${replies} + .more`)
    const all = (await labels(replies)).map((label) => label.split('.')[1]!)
    assert.deepEqual((await labels(replies)).slice(0, 10), shown)
    assert.deepEqual(all.toSorted(byNumber), upTo(64))
    const inOrder = order === 'newest' ? upTo(64).toReversed() : upTo(64)
    assert.deepEqual(all, inOrder)
  })
}

/** Takes back a comment of Tern's. */
async function removeTerns({ id }: Comment) {
  const { store, clock, tail } = discussed.site.parley
  const { seq } = await store.write((tx) => removeOwn(tx, { id, by: discussed.tern.person, at: clock() }))
  await tail.until(seq)
}

async function goOn(page: Page, link: string) {
  const href = await page.getAttribute(link, 'href')
  await page.click(link)
  await page.waitForFunction((href) => !document.querySelector(`a.more[href="${href}"]`), href)
}

function upTo(last: number) {
  return Array.from({ length: last }, (_, at) => String(at + 1))
}

function byNumber(one: string, other: string) {
  return Number(one) - Number(other)
}
