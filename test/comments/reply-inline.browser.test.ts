import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Comment, draftOf, edit } from '../../src/domain/discussion/index.ts'
import { assertAccessible } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { openStage, whileTesting } from '../support/browser/stage.ts'
import { openWindow } from '../support/browser/windows.ts'
import { publish, say, type Visitor, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const stage = whileTesting(() => openStage({ tern: ['Tern'], aru: ['Aru'] }))
let article: Awaited<ReturnType<typeof publish>>
let articles = 0

/** Opens a fresh article with one comment of Tern's in a window of Aru's, or of whoever is named. */
async function opened(who: Visitor | undefined = stage.aru, options: Parameters<typeof openWindow>[3] = {}) {
  const slug = `night-trains-${++articles}`
  article = await publish(stage.site, { slug, title: 'Night trains', words: 'Nobody has published the figures.' })
  const one = await say(stage.site, stage.tern.person, article, 'Every paper had the same sentence.')
  const window = await openWindow(stage.browser, stage.site, who, options)
  await window.page.goto(`/en/${slug}`)
  return { ...window, one, slug }
}

const act = (comment: Comment, name: string) => `#c-${comment.id} > .comment .acts >> text=${name}`
const words = '.reply textarea'
const post = '.reply .primary'

async function readyTo(page: Page, comment: Comment, name = 'Reply') {
  await page.click(act(comment, name))
  await page.waitForSelector(`#c-${comment.id} > ${words}`)
}

test('a reply is written and posted where the comment stands', inChromium, async () => {
  await using window = await opened()
  const { page, one, slug } = window
  await readyTo(page, one)
  assert.equal(new URL(page.url()).pathname, `/en/${slug}`)
  assert.equal(await page.locator(`#c-${one.id} > .comment + .reply`).count(), 1)
  assert.equal(await page.evaluate(() => document.activeElement?.tagName), 'TEXTAREA')
  await page.keyboard.type('None of them had the same number.')
  await page.click(post)
  await page.waitForSelector(`#c-${one.id} > ol > .entry .author >> text=Aru`)
  assert.match(page.url(), /#c-\d+$/)
  const { hash } = new URL(page.url())
  await page.waitForSelector(`${hash}:focus, ${hash} > .comment:focus`)
  await page.keyboard.press('p')
  await page.waitForSelector(`#c-${one.id} > .comment:focus`)
})

test('a new thread is written at the end of the discussion, from either link', inChromium, async () => {
  await using window = await opened()
  const { page } = window
  await page.click('.discussion > header .join')
  await page.waitForSelector(words)
  assert.equal(await page.locator('.join-in').isVisible(), false)
  await page.fill(words, 'A thread of its own.')
  await page.click(post)
  await page.waitForSelector('.thread > .entry:nth-child(2) .author >> text=Aru')
})

test('"Quote" brings the words of the comment, also into a form that is open elsewhere', inChromium, async () => {
  await using window = await opened()
  const { page, one } = window
  const two = await say(stage.site, stage.aru.person, article, 'Full trains at a loss.')
  await page.reload()
  await readyTo(page, one, 'Quote')
  const first = `> Every paper had the same sentence.\n> — [Tern, 1](/c/${one.id})`
  assert.equal(await page.inputValue(words), `${first}\n\n`)
  await page.click(act(two, 'Quote'))
  const second = `> Full trains at a loss.\n> — [Aru, 2](/c/${two.id})`
  await page.waitForFunction((sought) => document.querySelector('textarea')!.value.includes(sought), second)
  assert.equal(await page.inputValue(words), `${first}\n\n${second}\n\n`)
  assert.equal(await page.locator(`#c-${one.id} > .reply`).count(), 1)
})

test(
  'what was typed is kept when the form closes, when the page is left, and until it is posted',
  inChromium,
  async () => {
    await using window = await opened()
    const { page, one } = window
    await readyTo(page, one)
    await page.keyboard.type('Half a thought')
    await page.keyboard.press('Escape')
    assert.equal(await page.locator(words).count(), 0)
    assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Reply')
    await page.keyboard.press('Enter')
    await page.waitForSelector(words)
    assert.equal(await page.inputValue(words), 'Half a thought')
    await page.reload()
    await readyTo(page, one)
    assert.equal(await page.inputValue(words), 'Half a thought')
    await page.click(post)
    await page.waitForSelector(`#c-${one.id} > ol > .entry`)
    await readyTo(page, one)
    assert.equal(await page.inputValue(words), '')
  },
)

test('words that were refused stay as a draft, and "Cancel" keeps it until it is emptied', inChromium, async () => {
  await using window = await opened()
  const { page, one, slug } = window
  await readyTo(page, one)
  await page.fill(words, `> other words\n> — [Tern, 1](/c/${one.id})\n\nAn answer.`)
  await page.click(post)
  await page.waitForSelector('.sheet .error')
  await page.goto(`/en/${slug}`)
  await readyTo(page, one)
  assert.match(await page.inputValue(words), /An answer\.$/)
  for (const draft of ['Half a thought', '']) {
    await page.fill(words, draft)
    await page.click('.reply .buttons a')
    assert.equal(await page.locator(words).count(), 0)
    await readyTo(page, one)
    assert.equal(await page.inputValue(words), draft)
  }
})

test('a double click posts once, and so does a second press while the answer is on its way', inChromium, async () => {
  await using window = await opened()
  const { page, one } = window
  const answered = Promise.withResolvers<void>()
  let posts = 0
  await page.route('**/replies', async (route) => {
    posts++
    await answered.promise
    await route.continue()
  })
  await readyTo(page, one)
  await page.fill(words, 'Once.')
  const form = await page.locator(post).evaluateHandle((button: HTMLButtonElement) => {
    const { form } = button
    button.click()
    button.click()
    return form!
  })
  await until(() => posts > 0)
  await form.evaluate((sent) => sent.requestSubmit())
  answered.resolve()
  await page.waitForSelector(`#c-${one.id} > ol > .entry`)
  assert.equal(await page.locator(`#c-${one.id} > ol > .entry`).count(), 1)
  assert.equal(posts, 1)
})

test('a preview is shown in place, and so is what is wrong with the words', inChromium, async () => {
  await using window = await opened()
  const { page, one, slug } = window
  await readyTo(page, one)
  await page.fill(words, 'Some *emphasis*.')
  await page.click('.reply >> text=Preview')
  await page.waitForSelector('.preview em')
  assert.equal(new URL(page.url()).pathname, `/en/${slug}`)
  await page.fill(words, 'x'.repeat(8_001))
  await page.click('.reply >> text=Preview')
  await page.waitForSelector('.reply .error')
  assert.equal(await page.getAttribute(words, 'aria-invalid'), 'true')
  assert.equal(await page.locator('.preview').count(), 0)
  await page.fill(words, 'Shorter.')
  await page.click('.reply >> text=Preview')
  await page.waitForSelector('.preview >> text=Shorter.')
  assert.equal(await page.locator('.reply .error').count(), 0)
})

test('a form stays open, with what was typed, when its comment changes', inChromium, async () => {
  await using window = await opened()
  const { page, one } = window
  await readyTo(page, one)
  await page.keyboard.type('Typing')
  const change = {
    id: one.id,
    by: stage.tern.person,
    draft: draftOf('Corrected.'),
    revision: 1,
    at: stage.site.parley.clock(),
  }
  await stage.site.parley.store.write((tx) => edit(tx, change))
  await page.waitForSelector(`#c-${one.id} > .comment .edited`)
  await page.keyboard.type(' on')
  assert.equal(await page.inputValue(words), 'Typing on')
})

test('a stranger is led to the door and back to the same form', inChromium, async () => {
  await using window = await openWindow(stage.browser, stage.site)
  const one = await say(stage.site, stage.tern.person, article, 'Another one.')
  await window.page.goto(`/c/${one.id}`)
  await window.page.click(act(one, 'Reply'))
  await window.page.waitForURL(/\/en\/sign-in\?next=/)
  assert.equal(new URL(window.page.url()).searchParams.get('next'), `/c/${one.id}/reply?language=en`)
})

test('without script the same links and forms do the same', inChromium, async () => {
  await using window = await opened(stage.aru, { script: false })
  const { page, one } = window
  await page.click(act(one, 'Quote'))
  await page.waitForURL(/\/reply\?quote=1/)
  assert.match(await page.inputValue(words), /^> Every paper had/)
  await page.fill(words, `${await page.inputValue(words)}Indeed.`)
  await page.click('.reply >> text=Preview')
  await page.waitForSelector('.preview >> text=Indeed.')
  await page.click(post)
  await page.waitForSelector(`#c-${one.id} > ol > .entry .quotation`)
  await page.waitForSelector(`${new URL(page.url()).hash}:focus`)
})

test('axe finds nothing on an open form, its preview, the news and what a reader may do', inChromium, async () => {
  for (const colours of ['light', 'dark'] as const) {
    await using window = await opened(stage.aru, { colours })
    const { page, one } = window
    await readyTo(page, one, 'Quote')
    await page.click('.reply >> text=Preview')
    await page.waitForSelector('.preview')
    await say(stage.site, stage.aru.person, article, 'My own.')
    await say(stage.site, stage.tern.person, article, 'News.')
    await page.waitForSelector('.news a')
    await page.waitForSelector('.own')
    await page.click(`#c-${one.id} > .comment .words p`, { clickCount: 3 })
    await page.waitForSelector('.quote-these')
    await assertAccessible(page)
  }
})

test('while the server cannot be reached the form says so and keeps the words', inChromium, async () => {
  await using window = await opened()
  const { page, one, slug } = window
  await readyTo(page, one)
  await page.fill(words, 'Lost on the way.')
  await page.route('**/replies', (route) => route.abort('connectionreset'))
  for (const press of [post, '.reply >> text=Preview']) {
    await page.click(press)
    await page.waitForSelector('.reply .error >> text=cannot be reached')
    assert.equal(await page.locator('.reply .error').count(), 1)
    assert.equal(new URL(page.url()).pathname, `/en/${slug}`)
    assert.equal(await page.inputValue(words), 'Lost on the way.')
    await page.locator('.reply .error').evaluate((error) => error.remove())
  }
  await page.reload()
  await readyTo(page, one)
  assert.equal(await page.inputValue(words), 'Lost on the way.')
  await page.unroute('**/replies')
  await page.click('.reply >> text=Preview')
  await page.waitForSelector('.preview >> text=Lost on the way.')
})

test('what arrived although its answer was lost is there once after another press', inChromium, async () => {
  await using window = await opened()
  const { page, one } = window
  await readyTo(page, one)
  await page.fill(words, 'Once.')
  await page.route('**/replies', async (route) => {
    await route.fetch()
    await route.abort('connectionreset')
  })
  await page.click(post)
  await page.waitForSelector('.reply .error')
  await page.unroute('**/replies')
  await page.click(post)
  await page.waitForURL(/#c-\d+$/)
  await page.waitForSelector(`#c-${one.id} > ol > .entry`)
  assert.equal(await page.locator(`#c-${one.id} > ol > .entry`).count(), 1)
  await readyTo(page, one)
  assert.equal(await page.inputValue(words), '')
})

test('nobody finds a draft after a sign-out', inChromium, async () => {
  await using window = await opened(await visitor(stage.site, 'Wisp'))
  const { page, one } = window
  await readyTo(page, one)
  await page.keyboard.type('For my eyes.')
  await page.goto('/en/account')
  await page.click('.ways-out .primary')
  await page.waitForFunction(() => document.querySelector('#me')?.textContent === 'Sign in')
  assert.equal(await page.evaluate(() => JSON.stringify(localStorage)), '{}')
})

test('where one part of the script fails the others work', inChromium, async () => {
  await using window = await opened(stage.aru, { expected: [/no storage here/] })
  const { page, one } = window
  await page.addInitScript(() => {
    Object.defineProperty(window, 'sessionStorage', {
      get() {
        throw new Error('no storage here')
      },
    })
  })
  await page.reload()
  await readyTo(page, one)
})
