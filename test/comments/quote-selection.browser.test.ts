import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { type Comment, quotationsOf } from '../../src/domain/discussion/index.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { signUpFrom } from '../support/browser/door.ts'
import { openStage, whileTesting } from '../support/browser/stage.ts'
import { holdTime } from '../support/browser/unread-marks.ts'
import { openWindow } from '../support/browser/windows.ts'
import { letterBox } from '../support/letters.ts'
import { publish, say, type Visitor } from '../support/site.ts'

const stage = whileTesting(() => openStage({ tern: ['Tern [1]'], aru: ['Aru'] }))
let article: Awaited<ReturnType<typeof publish>>
let articles = 0

const BODY = `The sentence *that set off*
the week was short.

- one \`berth\`
- two berths

> A sleeper is a hotel.
> — Dr Voss, economist`

const COMMENT = 'None of them  \nhad the *same* number.\n\nThat should have been the story.'

async function opened({ who }: { who?: Visitor | undefined } = { who: stage.aru }) {
  const slug = `night-trains-${++articles}`
  article = await publish(stage.site, { slug, title: 'Night trains: who [really] pays?', words: BODY })
  const one = await say(stage.site, stage.tern.person, article, COMMENT)
  const window = await openWindow(stage.browser, stage.site, who)
  await window.page.goto(`/en/${slug}`)
  return { ...window, one, slug }
}

/** Selects from the first place where some words stand to the end of others, as a hand would. */
async function select(page: Page, within: string, from: string, to: string) {
  await page.locator(within).evaluate(
    (element, [from, to]) => {
      const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT)
      const range = document.createRange()
      let begun = false
      for (let node = walker.nextNode() as Text | null; node; node = walker.nextNode() as Text | null) {
        if (!begun && node.data.includes(from!)) {
          begun = true
          range.setStart(node, node.data.indexOf(from!))
        }
        if (begun && node.data.includes(to!))
          return getSelection()!.setBaseAndExtent(
            range.startContainer,
            range.startOffset,
            node,
            node.data.indexOf(to!) + to!.length,
          )
      }
      throw new Error('no such words')
    },
    [from, to],
  )
}

const button = '.quote-these'
const words = '.reply textarea'
const own = (comment: Comment) => `#c-${comment.id} > .comment`

/** Posts what stands in the form and answers with the comment's first quotation as its row is shown. */
async function posted(page: Page, text = 'Indeed.') {
  await page.locator(words).press('Control+End')
  await page.keyboard.type(text)
  await page.click('.reply .primary')
  await page.waitForURL(/#c-\d+$/)
  return `#c-${new URL(page.url()).hash.slice(3)} > .comment`
}

test('words selected in a comment become a quotation of it, line breaks and all', inChromium, async () => {
  await using window = await opened()
  const { page, one } = window
  await select(page, `${own(one)} .words`, 'them', 'should')
  await page.click(button)
  await page.waitForSelector(words)
  assert.equal(
    await page.inputValue(words),
    `> them\n> had the same number.\n> \n> That should\n> — [Tern 1, 1](/c/${one.id})\n\n`,
  )
  const comment = await posted(page)
  assert.equal(await page.textContent(`${comment} .quotation:not(.unresolved) cite`), 'Tern [1], in 1')
  const [quotation] = await quotationsOf(stage.site.parley.store, one.id, 0, 1)
  assert.equal(quotation!.words, 'them\nhad the same number.\n\nThat should')
})

test('words selected in the article open a thread with a quotation of the edition', inChromium, async () => {
  await using window = await opened()
  const { page, slug } = window
  await select(page, '.body', 'sentence', 'economist')
  await page.click(button)
  await page.waitForSelector(words)
  assert.equal(
    await page.inputValue(words),
    `> sentence that set off the week was short.\n> \n> one berth\n> \n> two berths\n> \n> A sleeper is a hotel.\n> \n> Dr Voss, economist\n> — [Night trains: who really pays?](/en/${slug})\n\n`,
  )
  const comment = await posted(page)
  const href = await page.getAttribute(`${comment} .quotation:not(.unresolved) cite a`, 'href')
  assert.equal(href!.split('#')[0], `/en/${slug}`)
})

test('where more is selected than one quotation holds, the button says so and does nothing', inChromium, async () => {
  const slug = `night-trains-${++articles}`
  await publish(stage.site, { slug, title: 'Night trains', words: `Begun ${'on and '.repeat(1_200)}ended.` })
  await using window = await openWindow(stage.browser, stage.site, stage.aru)
  const { page } = window
  await page.goto(`/en/${slug}`)
  await select(page, '.body', 'Begun', 'ended')
  await page.click(`${button} >> text=at most 8,000 characters`, { force: true })
  await page.waitForSelector(`${button}[aria-disabled]`)
  assert.equal(await page.locator(words).count(), 0)
  await select(page, '.body', 'Begun', 'Begun')
  await page.click(`${button}:not([aria-disabled])`)
  await page.waitForSelector(words)
})

test('several passages go into one reply, each at the caret', inChromium, async () => {
  await using window = await opened()
  const { page, one, slug } = window
  await select(page, `${own(one)} .words`, 'the', 'number')
  await page.click(button)
  await page.waitForSelector(words)
  await page.keyboard.type('Not so fast.')
  await page.locator(words).press('Control+Home')
  await select(page, '.body', 'two berths', 'two berths')
  await page.click(button)
  await page.waitForFunction(
    (field) => document.querySelector<HTMLTextAreaElement>(field)!.value.includes('berths'),
    words,
  )
  assert.equal(
    await page.inputValue(words),
    `> them\n> had the same number\n> — [Tern 1, 1](/c/${one.id})\n\n> two berths\n> — [Night trains: who really pays?](/en/${slug})\n\nNot so fast.`,
  )
  const comment = await posted(page)
  assert.equal(await page.locator(`${comment} .quotation:not(.unresolved)`).count(), 2)
})

test('the words of a quotation inside a comment are not quoted as its own', inChromium, async () => {
  await using window = await opened()
  const { page, one } = window
  const two = await say(
    stage.site,
    stage.aru.person,
    article,
    `Before.\n\n> That should\n> — [Tern, 1](/c/${one.id})\n\nAfter.`,
  )
  await page.reload()
  await select(page, `${own(two)} .words`, 'Before', 'After.')
  await page.click(button)
  await page.waitForSelector(words)
  assert.equal(await page.inputValue(words), `> Before.\n> \n> After.\n> — [Aru, 2](/c/${two.id})\n\n`)
  const comment = await posted(page)
  assert.equal(await page.locator(`${comment} .quotation:not(.unresolved)`).count(), 1)
  await holdTime(page)
  const changed = page.evaluate(
    () => new Promise<void>((told) => document.addEventListener('selectionchange', () => told(), { once: true })),
  )
  await select(page, `${own(two)} .quotation`, 'That', 'should')
  await changed
  await page.clock.runFor(1_000)
  assert.equal(await page.locator(button).count(), 0)
})

test('the Quote link of a comment takes the words selected in it, by mouse and by keyboard', inChromium, async () => {
  await using window = await opened()
  const { page, one } = window
  const quoteLink = `${own(one)} .acts >> text=Quote`
  await select(page, `${own(one)} .words`, 'same', 'same')
  await page.click(quoteLink)
  await page.waitForSelector(words)
  assert.match(await page.inputValue(words), /^> same\n/)
  await page.fill(words, '')
  await page.click('.reply .buttons a')
  await page.focus(quoteLink)
  await select(page, `${own(one)} .words`, 'number', 'number')
  await page.keyboard.press('Enter')
  await page.waitForSelector(words)
  assert.match(await page.inputValue(words), /^> number\n/)
})

test('the button is the next stop of the keyboard and goes with the selection', inChromium, async () => {
  await using window = await opened()
  const { page, one } = window
  await page.dblclick(`${own(one)} .words em`)
  await page.waitForSelector(button)
  await page.keyboard.press('Tab')
  assert.equal(await page.evaluate(() => document.activeElement?.textContent), 'Quote these words')
  await page.evaluate(() => getSelection()!.removeAllRanges())
  await page.waitForSelector(button, { state: 'detached' })
})

test('a paragraph taken by three clicks can be quoted, words of two passages cannot', inChromium, async () => {
  await using window = await opened()
  const { page, one } = window
  const last = page.locator(`${own(one)} .words p`).last()
  await last.click({ clickCount: 3 })
  await page.waitForSelector(button)
  await select(page, '#main', 'berth', 'None of')
  await page.waitForSelector(button, { state: 'detached' })
})

test('what a stranger quoted waits in the form behind the door', inChromium, async () => {
  await using window = await opened({})
  const { page, one } = window
  const letter = letterBox(stage.site)
  await select(page, `${own(one)} .words`, 'same', 'same')
  await page.click(button)
  await page.waitForURL(/\/sign-in/)
  await signUpFrom(page, letter, 'Wisp')
  await page.waitForURL(/\/reply/)
  assert.equal(await page.inputValue(words), `> same\n> — [Tern 1, 1](/c/${one.id})\n\n`)
  const comment = await posted(page)
  assert.equal(await page.textContent(`${comment} .author`), 'Wisp')
  await page.waitForSelector('#me >> text=Wisp')
})
