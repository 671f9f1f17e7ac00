import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { BrowserContext, Page, Request } from 'playwright-core'
import type { Comment } from '../../src/domain/discussion/index.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { type Article, type Discussed, entry, openArticle, openDiscussed } from '../support/browser/discussed.ts'
import { takenIn } from '../support/browser/taken-in.ts'
import { cookieOf, openWindow } from '../support/browser/windows.ts'
import { say, visitor } from '../support/site.ts'

let all: Discussed

before(async () => {
  if (!inChromium.skip) all = await openDiscussed()
})
after(() => all?.[Symbol.asyncDispose]())

/** What the browser itself says where a stream is none. */
const REFUSED = /net::ERR_|Failed to load resource|MIME type/
const ROOTS = '.thread > .entry'

test('the tabs of a browser share one stream, whatever they show', inChromium, async () => {
  const [one, other] = [await all.article(null), await all.article(null)]
  await using window = await openWindow(all.browser, all.site)
  const open = streamsOf(window.page.context())
  const tabs: Page[] = []
  for (const path of [one.path, one.path, other.path.replace('/en/', '/ru/')]) tabs.push(await tab(window.page, path))
  const ours = await say(all.site, all.warden.person, one.id, 'For two.')
  const theirs = await say(all.site, all.warden.person, other.id, 'For the third.')
  await Promise.all([tabs[0], tabs[1]].map((page) => page!.waitForSelector(entry(ours))))
  await tabs[2]!.waitForSelector(entry(theirs))
  assert.equal(await tabs[2]!.textContent(`${entry(theirs)} .acts a`), 'Ответить')
  assert.equal(await tabs[2]!.locator(entry(ours)).count(), 0)
  assert.equal(open.size, 1)
})

test(
  'when the tab that holds the stream goes, the next one takes it without loss or doubling',
  inChromium,
  async () => {
    const article = await all.article(null)
    await using window = await openArticle(all, article.path)
    const { page } = window
    const [second, third] = [await tab(page, article.path), await tab(page, article.path)]
    const said = [await tell(article, 'First.')]
    await third.waitForSelector(entry(said[0]!))
    const closing = page.close()
    for (const words of ['Second.', 'Third.', 'Fourth.']) said.push(await tell(article, words))
    await closing
    for (const left of [second, third]) await holds(left, article, said)
    await hide(second)
    said.push(await tell(article, 'Fifth.'))
    await holds(third, article, said)
    assert.equal(await second.locator(entry(said.at(-1)!)).count(), 0)
    await show(second)
    await holds(second, article, said)
  },
)

test('a tab takes nothing that does not follow on what it has heard', inChromium, async () => {
  const article = await all.article(null)
  await using window = await openArticle(all, article.path)
  const { page } = window
  const other = await tab(page, '/en/')
  await other.evaluate((id) => {
    const batch = { article: id, language: 'en', seq: 1e9, count: 'Too many', changes: [], more: false }
    new BroadcastChannel('parley-live').postMessage({ batch, after: 1e9 - 1 })
  }, article.id)
  await holds(page, article, [await tell(article, 'In order.')])
})

for (const [why, stream] of [
  ['is refused', { status: 503, body: 'No.' }],
  ['is no stream', { status: 200, contentType: 'text/html', body: '<p>A proxy.' }],
  ['is kept back on the way', undefined],
] as const) {
  test(
    `where the stream ${why}, the page asks instead, and takes the stream again when it is there`,
    inChromium,
    async () => {
      const article = await all.article(null)
      await using window = await openArticle(all, article.path, undefined, { expected: [REFUSED] })
      const { page } = window
      await page.route('**/live?*', (route) => stream && route.fulfill(stream))
      await page.reload()
      const question = page.waitForResponse(/\/live\/changes/)
      const asked = await tell(article, 'Asked for.')
      await question
      await holds(page, article, [asked])
      assert.equal(await page.textContent('.news'), 'New: Warden 2')
      const again = page.waitForResponse(
        (answer) => answer.headers()['content-type']?.startsWith('text/event-stream') === true,
      )
      await page.unroute('**/live?*')
      await page.evaluate(() => dispatchEvent(new Event('online')))
      await again
      const heard = await tell(article, 'Heard of.')
      await holds(page, article, [asked, heard])
    },
  )
}

test('without the network the page says so, and catches up when it is back', inChromium, async () => {
  const article = await all.article(null)
  await using window = await openArticle(all, article.path)
  const { page } = window
  const other = await tab(page, article.path)
  await page.context().setOffline(true)
  const missed = [await tell(article, 'Missed.'), await tell(article, 'Missed, too.')]
  for (const one of [page, other]) await one.waitForFunction(isInterrupted)
  await page.context().setOffline(false)
  for (const one of [page, other]) {
    await holds(one, article, missed)
    assert.doesNotMatch((await one.textContent('.news'))!, /lost/)
  }
})

test('the bell counts on while pages are open, on pages without a discussion too', inChromium, async () => {
  const article = await all.article(null)
  await using window = await openArticle(all, article.path, all.tern)
  const { page } = window
  const front = await page.context().newPage()
  await front.goto('/en/')
  const countIn = (one: Page) => one.locator('#bell b').textContent()
  const before = Number(await countIn(page))
  await say(all.site, all.warden.person, article.id, 'An answer.', article.comments[0]!.id)
  for (const one of [page, front])
    await one.waitForFunction((count) => Number(document.querySelector('#bell b')!.textContent) > count, before)
  assert.equal(await countIn(front), String(before + 1))
  assert.equal(await front.getAttribute('#bell', 'aria-label'), `Notices ${before + 1}`)
})

test('a page that was opened as one person counts nothing of another who signed in since', inChromium, async () => {
  const article = await all.article(null)
  const theirs = await say(all.site, all.warden.person, article.id, 'Answer me.')
  await using window = await openArticle(all, article.path, await visitor(all.site, 'Teal'))
  const former = window.page
  await former.waitForSelector('#bell:not([hidden])')
  await former.context().addCookies([{ ...cookieOf(all.warden), url: all.site.url }])
  const later = await tab(former, article.path)
  const asked = former.waitForResponse(async (answer) => {
    return answer.url().includes('/me?') && (await answer.json()).personId === all.warden.person.id
  })
  await say(all.site, all.tern.person, article.id, 'An answer.', theirs.id)
  await later.waitForFunction(() => Number(document.querySelector('#bell b')!.textContent) > 0)
  await asked
  await takenIn(former, `/me?article=${article.id}`)
  assert.equal(await former.locator('#bell b').textContent(), '')
})

test(
  "a stranger's page beside a person's leaves the stream as it is when it comes into sight",
  inChromium,
  async () => {
    const article = await all.article(null)
    await using window = await openArticle(all, article.path)
    const strangers = window.page
    await strangers.context().addCookies([{ ...cookieOf(all.tern), url: all.site.url }])
    await hide(strangers)
    const persons = await tab(strangers, article.path)
    const told = await tell(article, 'Told by their stream.')
    await persons.waitForSelector(entry(told))
    let opened = 0
    persons.on('request', (request) => (opened += Number(new URL(request.url()).pathname === '/live')))
    for (let times = 0; times < 3; times++) {
      const answer = strangers.evaluate(carried)
      await show(strangers)
      await answer
      await strangers.waitForSelector(entry(told))
      await hide(strangers)
    }
    assert.equal(opened, 1, 'once, for what was missed')
  },
)

/** The streams that are open in a browser. */
function streamsOf(context: BrowserContext): ReadonlySet<Request> {
  const open = new Set<Request>()
  context.on('request', (request) => new URL(request.url()).pathname === '/live' && open.add(request))
  context.on('requestfailed', (request) => open.delete(request))
  context.on('requestfinished', (request) => open.delete(request))
  return open
}

function tell({ id }: Article, words: string): Promise<Comment> {
  return say(all.site, all.warden.person, id, words)
}

/** Opens another tab of the same browser. */
async function tab(page: Page, path: string): Promise<Page> {
  const other = await page.context().newPage()
  await other.goto(path)
  return other
}

/** Whether a page shows the threads it was opened with and these, each once, in order. */
async function holds(page: Page, { comments }: Article, said: readonly Comment[]) {
  await page.waitForSelector(entry(said.at(-1)!))
  const shown = await page.locator(ROOTS).evaluateAll((entries) => entries.map(({ id }) => id))
  assert.deepEqual(
    shown,
    [...comments, ...said].map(({ id }) => `c-${id}`),
  )
}

function hide(page: Page) {
  return page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
}

function show(page: Page) {
  return page.evaluate(() => {
    Object.defineProperty(document, 'hidden', { value: false, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
  })
}

/** Settles when the tab that holds the stream says what it carries. */
const carried = () =>
  new Promise<void>((resolve) => {
    new BroadcastChannel('parley-live').onmessage = ({ data }) => 'carried' in data && resolve()
  })

const isInterrupted = () => /lost/.test(document.querySelector('.news')!.textContent!)
