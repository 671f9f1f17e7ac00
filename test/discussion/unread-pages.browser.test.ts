import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inChromium } from '../support/browser/chromium.ts'
import { type Article, entry, goTo, openArticle, openDiscussed } from '../support/browser/discussed.ts'
import { whileTesting } from '../support/browser/stage.ts'
import { countOn, holdTime, idsOf, see, unreadOn } from '../support/browser/unread-marks.ts'
import { say } from '../support/site.ts'
import { until } from '../support/until.ts'

const discussed = whileTesting(openDiscussed)

const ROOTS = 55
const SECOND_PAGE = '?after=50'

/** On the first page an answer to the last thread there, on the second a thread. */
async function meanwhile({ id, comments }: Article) {
  const reply = await say(discussed.site, discussed.warden.person, id, 'A reply meanwhile.', comments[49]!.id)
  return [reply, await say(discussed.site, discussed.warden.person, id, 'A thread meanwhile.')] as const
}

const twoPages = () => discussed.article(...Array<null>(ROOTS).fill(null))

test('what is new on another page is counted, and a press leads there', inChromium, async () => {
  const article = await twoPages()
  await using window = await openArticle(discussed, article.path, undefined, { height: 300 })
  const { page } = window
  await page.goto('about:blank')
  const [reply, thread] = await meanwhile(article)
  await holdTime(page)
  await page.goto(article.path)
  await page.waitForSelector('.comment.unread')
  assert.deepEqual(await unreadOn(page), idsOf([reply]))
  assert.equal(await countOn(page).textContent(), '2 unread comments')
  await see(page, reply)
  assert.equal(await countOn(page).textContent(), '1 unread comment')
  await countOn(page).click()
  await page.waitForURL(new RegExp(`/en/.*after=50#c-${thread.id}$`))
  await page.waitForSelector('.comment.unread')
  assert.deepEqual(await unreadOn(page), idsOf([thread]))
  assert.equal(await countOn(page).textContent(), '1 unread comment')
  await page.goto(`${article.path}?order=newest`)
  await page.waitForSelector('.comment.unread')
  assert.deepEqual(await unreadOn(page), idsOf([thread]))
})

test('`u` leads to another page, too, when nothing new is left on this one', inChromium, async () => {
  const article = await twoPages()
  await using window = await openArticle(discussed, article.path)
  const { page } = window
  await page.goto('about:blank')
  const thread = await say(discussed.site, discussed.warden.person, article.id, 'A thread meanwhile.')
  await goTo(page, article.path)
  await countOn(page).waitFor()
  await page.keyboard.press('u')
  await page.waitForURL(new RegExp(`#c-${thread.id}$`))
})

test('`u` leads from page to page, once through all that is new', inChromium, async () => {
  const article = await discussed.article(...Array<null>(105).fill(null))
  const { site, warden } = discussed
  await using window = await openArticle(discussed, article.path)
  const { page } = window
  await page.goto('about:blank')
  const under = (index: number) => say(site, warden.person, article.id, 'Meanwhile.', article.comments[index]!.id)
  const [second, third, first, last] = [await under(52), await under(102), await under(0), await under(48)]
  await goTo(page, article.path)
  await countOn(page).waitFor()
  const focusedOn = (id: number) =>
    page.waitForFunction((entry) => document.activeElement?.closest('.entry')?.id === entry, `c-${id}`)
  for (const { id } of [first, last]) {
    await page.keyboard.press('u')
    await focusedOn(id)
  }
  for (const { id } of [second, third, first]) {
    await page.keyboard.press('u')
    await page.waitForURL(new RegExp(`#c-${id}$`))
    await page.waitForSelector(`#c-${id} > .unread`)
    await focusedOn(id)
  }
})

test('a way into one branch, or another page, makes nothing else known', inChromium, async () => {
  const article = await twoPages()
  await using window = await openArticle(discussed, article.path, undefined, { height: 300 })
  const former = window.page
  await former.goto('about:blank')
  const [reply, thread] = await meanwhile(article)
  for (const path of [`/c/${article.comments[0]!.id}?language=en`, article.path, article.path + SECOND_PAGE]) {
    const page = await former.context().newPage()
    await goTo(page, path)
    await countOn(page).waitFor()
    assert.equal(await countOn(page).textContent(), '2 unread comments', path)
    await page.goto('about:blank')
    await page.close()
  }
  await goTo(former, article.path)
  await former.waitForSelector('.comment.unread')
  assert.deepEqual(await unreadOn(former), idsOf([reply]))
  await goTo(former, article.path + SECOND_PAGE)
  await former.waitForSelector('.comment.unread')
  assert.deepEqual(await unreadOn(former), idsOf([thread]))
})

test(
  'what somebody with an account has seen on one device is known on the other, and the rest is new on both',
  inChromium,
  async () => {
    const article = await twoPages()
    const { tern, warden, site } = discussed
    const known = async () =>
      (await fetch(`${site.url}/me?article=${article.id}`, { headers: { cookie: tern.cookies } })).json()
    {
      await using first = await openArticle(discussed, article.path, tern)
      await first.page.waitForSelector('#me[href*="/account"]')
      await first.page.goto('about:blank')
      await until(async () => (await known()).upTo === article.comments.at(-1)!.id)
    }
    const [reply, thread] = await meanwhile(article)
    await say(site, tern.person, article.id, 'My own.')
    {
      await using other = await openArticle(discussed, article.path, tern, { height: 300 })
      const { page } = other
      await countOn(page).waitFor()
      assert.equal(await countOn(page).textContent(), '2 unread comments')
      assert.deepEqual(await unreadOn(page), idsOf([reply]))
      await holdTime(page)
      await page.goto(article.path + SECOND_PAGE)
      await see(page, thread)
      await page.goto('about:blank')
      await until(async () => (await known()).seen.includes(thread.id))
    }
    {
      await using first = await openArticle(discussed, article.path + SECOND_PAGE, tern)
      const { page } = first
      await countOn(page).waitFor()
      assert.equal(await countOn(page).textContent(), '1 unread comment')
      assert.deepEqual(await unreadOn(page), [])
      await holdTime(page)
      await countOn(page).click()
      await page.waitForURL(new RegExp(`#c-${reply.id}$`))
      await page.waitForSelector(`${entry(reply)} > .unread`)
      await page.getByRole('button', { name: 'Mark all as read' }).click()
      assert.deepEqual([await unreadOn(page), await countOn(page).count()], [[], 0])
      await page.goto('about:blank')
      await until(async () => (await known()).unread.ids.length === 0)
    }
    const last = await say(site, warden.person, article.id, 'The last.')
    await using other = await openArticle(discussed, article.path + SECOND_PAGE, tern, { height: 300 })
    await other.page.waitForSelector('.comment.unread')
    assert.deepEqual(await unreadOn(other.page), idsOf([last]))
    assert.equal(await countOn(other.page).textContent(), '1 unread comment')
  },
)

test('of very much that is new the line says that it is more than was counted', inChromium, async () => {
  const article = await twoPages()
  await using window = await openArticle(discussed, article.path)
  const { page } = window
  await page.goto('about:blank')
  for (let count = 0; count < 205; count++)
    await say(discussed.site, discussed.warden.person, article.id, 'And another.', article.comments[0]!.id)
  await goTo(page, `${article.path}?under=${article.comments[20]!.id}`)
  await countOn(page).waitFor()
  assert.equal(await countOn(page).textContent(), 'more than 200 unread comments')
  await page.getByRole('button', { name: 'Mark all as read' }).click()
  await goTo(page, article.path)
  assert.deepEqual(await unreadOn(page), [])
})
