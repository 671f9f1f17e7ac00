import assert from 'node:assert/strict'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { type Comment, draftOf, edit, react } from '../../src/domain/discussion/index.ts'
import { removeOwn, restoreRemoved, rulesIn } from '../../src/domain/moderation/index.ts'
import { openBrowser } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { openWindow } from '../support/browser/windows.ts'
import { quoteOften } from '../support/quoting-often.ts'
import { removeByRule } from '../support/remove-by-rule.ts'
import { openSite, publish, type Site, say, type Visitor, visitor } from '../support/site.ts'

let browser: Browser
let site: Site
let tern: Visitor
let moderator: Visitor
let article: Awaited<ReturnType<typeof publish>>
let articles = 0

before(async () => {
  if (inChromium.skip) return
  browser = await openBrowser()
  site = await openSite()
  tern = await visitor(site, 'Tern')
  moderator = await visitor(site, 'Warden', 'moderator')
})
after(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

/** Opens a fresh article in a window, with so many comments under it, and waits until its stream is open. */
async function opened(...words: string[]) {
  const slug = `night-trains-${++articles}`
  article = await publish(site, { slug, title: 'Night trains', words: 'Nobody has published the figures.' })
  const comments: Comment[] = []
  for (const some of words) comments.push(await say(site, tern.person, article, some))
  const window = await openWindow(browser, site)
  await openStream(window.page, `/en/${slug}`)
  return { ...window, comments, slug }
}

async function openStream(page: Page, path: string) {
  const stream = page.waitForResponse((answer) => answer.url().includes('/live?'))
  await page.goto(path)
  await stream
}

const own = (comment: Comment, part = '') => `#c-${comment.id} > :is(.comment, .tombstone) ${part}`

test('a new comment comes into its place in an open page, and the page says so', inChromium, async () => {
  await using window = await opened('One.', 'Two.')
  const { page, comments } = window
  const reply = await say(site, moderator.person, article, 'An answer to *two*.', comments[1]!.id)
  const root = await say(site, moderator.person, article, 'Three.')
  await page.waitForSelector(`#c-${comments[1]!.id} > ol > #c-${reply.id} .words em`)
  await page.waitForSelector(`.thread > #c-${comments[1]!.id} + #c-${root.id}`)
  assert.equal(await page.textContent('#discussion h2'), '4 comments')
  assert.equal(await page.textContent('.news'), 'New: Warden 2.1 Warden 3')
  assert.equal(await page.getAttribute('.news a', 'href'), `#c-${reply.id}`)
})

test('the first comment of all takes the place of the line that there is none', inChromium, async () => {
  await using window = await opened()
  const { page } = window
  assert.equal(await page.locator('.nobody-yet').count(), 1)
  const root = await say(site, tern.person, article, 'One.')
  await page.waitForSelector(`.thread > #c-${root.id}`)
  assert.equal(await page.locator('.nobody-yet').count(), 0)
})

test('an edit is seen in an open page, where replies, focus and an open form stay', inChromium, async () => {
  await using window = await opened('One.')
  const [one] = window.comments as [Comment]
  const { page } = window
  const reply = await say(site, moderator.person, article, 'An answer.', one.id)
  await page.waitForSelector(`#c-${reply.id}`)
  await page.focus(own(one, '.acts a:nth-child(2)'))
  const at = site.parley.clock()
  await site.parley.store.write((tx) =>
    edit(tx, { id: one.id, by: tern.person, draft: draftOf('One, corrected.'), revision: 1, at }),
  )
  await page.waitForSelector(own(one, '.edited'))
  assert.match((await page.textContent(own(one, '.words')))!, /One, corrected\./)
  assert.equal(await page.locator(`#c-${one.id} > ol[role=list] > #c-${reply.id}`).count(), 1)
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Quote')
})

test(
  'a reaction leaves the focus and the selected words of what is read, a removal the focus',
  inChromium,
  async () => {
    await using window = await opened('One, which is selected.')
    const [one] = window.comments as [Comment]
    const { page } = window
    const { store, clock } = site.parley
    const focused = () => page.evaluate(() => document.activeElement?.parentElement?.id)
    await page.keyboard.press('j')
    await page.evaluate(
      (words) => getSelection()!.selectAllChildren(document.querySelector(words)!),
      own(one, '.words'),
    )
    await store.write((tx) => react(tx, { id: one.id, by: moderator.person, kind: 'agree', on: true, at: clock() }))
    await page.waitForSelector(own(one, '.reaction'))
    assert.equal(await focused(), `c-${one.id}`)
    assert.equal(await page.evaluate(() => getSelection()!.toString().trim()), 'One, which is selected.')
    await store.write((tx) => removeOwn(tx, { id: one.id, by: tern.person, at: clock() }))
    await page.waitForSelector(`#c-${one.id} > .tombstone`)
    assert.equal(await focused(), `c-${one.id}`)
  },
)

test(
  'a tombstone takes the place of removed words in an open page, of their quotations too, and goes again',
  inChromium,
  async () => {
    await using window = await opened('A secret word stands here.')
    const [one] = window.comments as [Comment]
    const { page } = window
    const quoting = await say(
      site,
      moderator.person,
      article,
      `> A secret word\n> — [Tern, 1](/c/${one.id})\n\nIndeed.`,
    )
    await page.waitForSelector(own(quoting, '.quotation'))
    const { store, clock } = site.parley
    const [rule] = await rulesIn(store, 'en')
    const decision = { id: one.id, by: moderator.person, note: '' }
    await store.write((tx) => removeByRule(tx, { ...decision, ruleId: rule!.id, at: clock() }))
    await page.waitForSelector(`#c-${one.id} > .tombstone`)
    await page.waitForSelector(own(quoting, '.quotation.removed'))
    assert.doesNotMatch((await page.textContent('#discussion'))!, /secret/)
    assert.equal(await page.textContent('#discussion h2'), '1 comment')
    await store.write((tx) => restoreRemoved(tx, { ...decision, at: clock() }))
    await page.waitForSelector(own(quoting, '.quotation:not(.removed)'))
    assert.match((await page.textContent(own(one, '.words')))!, /secret/)
  },
)

test(
  'with removed words the name of who wrote them goes from the replies and from above the branch, and comes again',
  inChromium,
  async () => {
    await using window = await opened('One.')
    const { page, slug } = window
    const chain: Comment[] = [...window.comments]
    while (chain.length < 7) chain.push(await say(site, tern.person, article, 'And one more.', chain.at(-1)!.id))
    const [above, answering] = chain.slice(-3) as [Comment, Comment]
    const names = (path: string) => page.locator(path).evaluateAll((all) => all.map((one) => one.textContent))
    const saying = [own(answering, '.answers bdi'), '.ancestors li:last-child bdi'].join(', ')
    await openStream(page, `/en/${slug}?under=${answering.id}`)
    assert.deepEqual(await names(saying), ['Tern', 'Tern'])
    const { store, clock } = site.parley
    const [rule] = await rulesIn(store, 'en')
    const decision = { id: above.id, by: moderator.person, note: '' }
    await store.write((tx) => removeByRule(tx, { ...decision, ruleId: rule!.id, at: clock() }))
    await page.waitForSelector('.ancestors li:last-child >> text=removed')
    assert.deepEqual(await names(saying), ['removed', 'removed'])
    await store.write((tx) => restoreRemoved(tx, { ...decision, at: clock() }))
    await page.waitForSelector('.ancestors li:last-child >> text=Tern')
    assert.deepEqual(await names(saying), ['Tern', 'Tern'])
  },
)

test(
  'removed words that very many quote go from every quotation on an open page, also further on',
  inChromium,
  async () => {
    await using window = await opened('A secret word stands here.')
    const [one] = window.comments as [Comment]
    const { page } = window
    await quoteOften(site, tern.person, one, 101)
    await page.reload()
    await page.click(`#c-${one.id} > .more`)
    await page.waitForSelector(`#c-${one.id} > ol > .entry:nth-child(50)`)
    const shown = await page.locator('#discussion .quotation').count()
    const { store, clock } = site.parley
    await store.write((tx) => removeOwn(tx, { id: one.id, by: tern.person, at: clock() }))
    await page.waitForFunction(() => !document.querySelector('#discussion .quotation:not(.removed)'))
    assert.equal(await page.locator('#discussion .quotation.removed').count(), shown)
    assert.doesNotMatch((await page.textContent('#discussion'))!, /secret/)
    assert.equal(await page.textContent('#discussion h2'), '101 comments')
  },
)

test('what happened while the server was away is there when it is back, once', inChromium, async () => {
  await using window = await opened('One.')
  const { page } = window
  const before = await say(site, tern.person, article, 'Before.')
  await page.waitForSelector(`#c-${before.id}`)
  await site.restart()
  const later = await say(site, tern.person, article, 'While you were away.')
  await page.waitForSelector(`#c-${later.id}`, { timeout: 20_000 })
  assert.deepEqual(
    await page.locator('.thread > .entry').evaluateAll((all) => all.map(({ id }) => id)),
    [...window.comments, before, later].map(({ id }) => `c-${id}`),
  )
})

test('a lost connection is told quietly, and no longer when it is back', inChromium, async () => {
  await using window = await opened('One.')
  const { page } = window
  await site.restart(async () => {
    await page.waitForFunction(() => document.querySelector('.news')?.textContent !== '', null, { timeout: 10_000 })
    assert.match((await page.textContent('.news'))!, /^Connection lost/)
  })
  await page.waitForSelector('.news:empty', { state: 'attached', timeout: 20_000 })
})

test('new comments leave what is being read where it is', inChromium, async () => {
  await using window = await opened(...Array.from({ length: 40 }, (_, i) => `Comment ${i + 1}, of some length.`))
  const { page, comments } = window
  const [above, read] = [comments[5]!, comments[20]!]
  await page.locator(`#c-${read.id}`).evaluate((entry) => {
    scrollBy({ top: entry.getBoundingClientRect().top - innerHeight * 0.3, behavior: 'instant' })
  })
  const topOf = () => page.locator(`#c-${read.id}`).evaluate((entry) => entry.getBoundingClientRect().top)
  const top = await topOf()
  const answers = []
  for (const words of ['An answer far above.', 'A second one.'])
    answers.push(await say(site, tern.person, article, words, above.id))
  await page.waitForSelector(`#c-${answers[1]!.id}`)
  assert.ok(Math.abs((await topOf()) - top) < 2)
  const justAbove = await say(site, tern.person, article, 'In sight, above what is read.', comments[19]!.id)
  const waiting = page.getByRole('button', { name: '1 new here' })
  await waiting.waitFor()
  assert.ok(Math.abs((await topOf()) - top) < 2)
  assert.equal(await page.locator(`#c-${justAbove.id}`).count(), 0)
  const second = await say(site, moderator.person, article, 'To the one that waits.', justAbove.id)
  await page.getByRole('button', { name: '2 new here' }).click()
  await page.waitForSelector(`#c-${comments[19]!.id} > ol > #c-${justAbove.id} > ol > #c-${second.id}`)
  assert.equal(await page.evaluate(() => document.activeElement?.parentElement?.id), `c-${justAbove.id}`)
  assert.equal(await page.locator('.waiting').count(), 0)
})

for (const order of ['newest', 'best', 'replied', 'active']) {
  test(
    `in the order "${order}" new threads wait before the first, and replies at their comment`,
    inChromium,
    async () => {
      await using window = await opened('One.', 'Two.', 'Three.')
      const { page, comments, slug } = window
      await openStream(page, `/en/${slug}?order=${order}`)
      const shown = () => page.locator('.thread > .entry').evaluateAll((all) => all.map(({ id }) => id.slice(2)))
      const [before, first] = [await shown(), page.locator('.thread > .entry').first()]
      const answered = comments.find(({ id }) => String(id) === before[1])!
      await first.evaluate((entry) => scrollBy({ top: entry.getBoundingClientRect().top - 300, behavior: 'instant' }))
      const place = await first.boundingBox()
      const root = await say(site, tern.person, article, 'Four.')
      const second = await say(site, moderator.person, article, 'Five.')
      const below = await say(site, tern.person, article, 'To the one that waits.', root.id)
      const button = page.locator('.discussion > .waiting')
      await page.waitForFunction(() => document.querySelector('.discussion > .waiting')?.textContent === '3 new here')
      const reply = await say(site, moderator.person, article, 'An answer.', answered.id)
      await page.locator(own(answered, '.waiting')).getByText('1 new here').waitFor()
      assert.deepEqual([await shown(), await first.boundingBox()], [before, place])
      await button.click()
      assert.deepEqual(await shown(), [String(second.id), String(root.id), ...before])
      assert.equal(await page.evaluate(() => document.activeElement?.parentElement?.id), `c-${second.id}`)
      await page.waitForSelector(`#c-${root.id} > ol > #c-${below.id}`)
      await page.click(own(answered, '.waiting'))
      await page.waitForSelector(`#c-${answered.id} > ol > #c-${reply.id}`)
      assert.equal(await page.locator('.waiting').count(), 0)
    },
  )
}

test('a comment that waits is edited where it waits, and a link in the line lets it in', inChromium, async () => {
  await using window = await opened('One.', 'Two.')
  const { page, comments } = window
  const reply = await say(site, tern.person, article, 'An answer.', comments[0]!.id)
  await page.waitForSelector(own(comments[0]!, '.waiting'))
  const at = site.parley.clock()
  const change = { id: reply.id, by: tern.person, draft: draftOf('An answer, corrected.'), revision: 1, at }
  await site.parley.store.write((tx) => edit(tx, change))
  const root = await say(site, tern.person, article, 'Three.')
  await page.waitForSelector(`#c-${root.id}`)
  assert.equal(await page.locator(`#c-${reply.id}`).count(), 0)
  await page.locator(`.news a[href="/c/${reply.id}?language=en"]`).press('Enter')
  await page.waitForSelector(`#c-${comments[0]!.id} > ol > #c-${reply.id}`)
  assert.match((await page.textContent(own(reply, '.words')))!, /corrected/)
})

test(
  'a reply that comes after others that are not shown waits at its comment, and leads there',
  inChromium,
  async () => {
    await using window = await opened('One.')
    const { page, comments, slug } = window
    const [one] = comments as [Comment]
    for (let i = 0; i < 12; i++) await say(site, tern.person, article, `Answer ${i + 1}`, one.id)
    await openStream(page, `/en/${slug}`)
    const reply = await say(site, moderator.person, article, 'The thirteenth.', one.id)
    const button = page.locator(own(one, '.waiting'))
    await button.getByText('1 new here').waitFor()
    await page.click(`#c-${one.id} > .more`)
    await page.waitForSelector(`#c-${reply.id}`)
    await button.click()
    assert.equal(await page.evaluate(() => document.activeElement?.parentElement?.id), `c-${reply.id}`)
    assert.equal(await page.locator(`#c-${reply.id}`).count(), 1)
    await openStream(page, `/en/${slug}`)
    const another = await say(site, moderator.person, article, 'The fourteenth.', one.id)
    await button.getByText('1 new here').click()
    await page.waitForSelector(`#c-${another.id}:target`)
  },
)

test('a reply newer than those of a page that goes on in a branch waits, and leads there', inChromium, async () => {
  await using window = await opened('One.')
  const { page, comments, slug } = window
  const [one] = comments as [Comment]
  for (let i = 0; i < 13; i++) await say(site, tern.person, article, `Answer ${i + 1}`, one.id)
  await page.goto(`/en/${slug}?order=newest`)
  const further = await page.getAttribute(`#c-${one.id} > .more`, 'href')
  await openStream(page, further!)
  const reply = await say(site, moderator.person, article, 'The fourteenth.', one.id)
  await page.locator(own(one, '.waiting')).getByText('1 new here').click()
  await page.waitForSelector(`#c-${reply.id}:target`)
})

test('a comment that belongs on another page is told of and not put in', inChromium, async () => {
  const slug = `night-trains-${++articles}`
  article = await publish(site, { slug, title: 'Night trains', words: 'Words.' })
  for (let i = 0; i < 51; i++) await say(site, tern.person, article, `Comment ${i + 1}`)
  await using window = await openWindow(browser, site)
  const { page } = window
  await openStream(page, `/en/${slug}`)
  const root = await say(site, moderator.person, article, 'The last of all.')
  await page.waitForSelector(`.news a[href="/c/${root.id}?language=en"]`)
  assert.equal(await page.locator(`#c-${root.id}`).count(), 0)
  assert.equal(await page.textContent('#discussion h2'), '52 comments')
})

test('a new thread stays out of a branch that stands alone, also beside the map', inChromium, async () => {
  await using window = await opened('One.')
  const { page, comments, slug } = window
  for (let i = 0; i < 5; i++) await say(site, tern.person, article, `Answer ${i + 1}`, comments[0]!.id)
  await openStream(page, `/en/${slug}?under=${comments[0]!.id}`)
  await page.waitForSelector('.map path.thread', { state: 'attached' })
  const root = await say(site, moderator.person, article, 'A thread.')
  await page.waitForSelector(`.news a[href="/c/${root.id}?language=en"]`)
  assert.equal(await page.locator(`#c-${root.id}`).count(), 0)
})

test('a page taken from the back-forward cache or left for a while hears what it missed', inChromium, async () => {
  await using window = await opened('One.')
  const { page } = window
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pagehide', { persisted: true })))
  const missed = await say(site, tern.person, article, 'Missed.')
  await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })))
  await page.waitForSelector(`#c-${missed.id}`)
})

test('what is heard comes in the language of the page', inChromium, async () => {
  await using window = await opened('One.')
  const { page, slug } = window
  await openStream(page, `/ru/${slug}`)
  const root = await say(site, tern.person, article, 'Two.')
  await page.waitForSelector(`#c-${root.id}`)
  assert.equal(await page.textContent(own(root, '.acts a')), 'Ответить')
  assert.match((await page.textContent('.news'))!, /^Новое: /)
})
