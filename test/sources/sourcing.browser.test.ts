import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Page } from 'playwright-core'
import { assertAccessible } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { openStage, whileTesting } from '../support/browser/stage.ts'
import { openWindow } from '../support/browser/windows.ts'
import { publish } from '../support/site.ts'

const WORDS =
  'Closed on Sunday is the bridge, says the mayor.\n\nIt is [open at all hours]{claim open}, says the harbour.'
const CLOSED = 'Closed on Sunday'
const PHONE = 360

const stage = whileTesting(async () => {
  const open = await openStage({ eddy: ['Eddy', 'editor'], ada: ['Ada'] })
  await publish(open.site, { slug: 'bridge', title: 'The bridge', words: WORDS })
  return open
})

test(
  'on a phone, by keys alone, an editor marks, sources, disputes, corrects and merges; and a reader opens what was said',
  inChromium,
  async () => {
    const { browser, site, eddy, ada } = stage
    await using desk = await openWindow(browser, site, eddy, { width: PHONE })
    const { page } = desk
    await page.goto('/desk/editions/1?language=en')
    await page.locator('.cm-content').focus()
    await page.keyboard.press('Control+Home')
    for (const _ of CLOSED) await page.keyboard.press('Shift+ArrowRight')
    await page.keyboard.press('Control+Alt+c')
    await page.keyboard.type('closed')
    assert.match(await page.locator('.cm-content').innerText(), /^\[Closed on Sunday\]\{claim closed\} is the bridge/)
    await enter(page, page.locator('button.primary[formaction]'))

    await page.goto('/desk/editions/1/sources?language=en')
    await fits(page)
    await enter(page, page.locator('#claim-closed a').first())
    await page.locator('#new-who').fill('Courier')
    await page.locator('#new-url').fill('https://courier.example/bridge')
    await page.locator('#new-saidOn').fill('2026-10-12')
    await enter(page, page.locator('#add-step button.primary'))
    await fits(page)
    await page.locator('#add-step summary').press('Enter')
    await page.locator('#new-who').fill('Ada Grey')
    await page.locator('#new-whoKind').selectOption('person')
    await page.locator('#position').selectOption('0')
    await enter(page, page.locator('#add-step button.primary'))
    assert.deepEqual(await page.locator('.steps.editable .who').allInnerTexts(), ['Ada Grey', 'Courier'])
    await page.locator('.steps.editable summary').first().press('Enter')
    await page.locator('.steps.editable details[open] [name=descriptor]').fill('the mayor')
    await enter(page, page.locator('.steps.editable details[open] button.primary'))
    await page.getByLabel('This one').selectOption('contests')
    await page.getByLabel('the other').selectOption({ index: 1 })
    await enter(page, page.getByRole('button', { name: 'Say so' }))
    assert.match(await page.locator('main').innerText(), /disputes\s+open at all hours/)

    await enter(page, page.getByRole('link', { name: 'Correct in public' }))
    await fits(page)
    await page.getByLabel('What was wrong').first().fill('Closed on Sunday.')
    await page.getByLabel('What is right').first().fill('Closed on Monday.')
    await enter(page, page.getByRole('button', { name: 'Correct in public' }))
    await page.goto('/desk/outlets/new?language=en')
    await page.locator('#name-0').fill('The Courier')
    await enter(page, page.locator('main button.primary').last())
    await fits(page)
    await page.locator('main summary').last().press('Enter')
    await page.locator('#into').fill('Courier')
    await enter(page, page.getByRole('button', { name: 'Merge' }))
    await fits(page)

    assert.match(await page.locator('main').innerText(), /Twice here[\s\S]*The Courier[\s\S]*Undo the merge/)

    await using reading = await openWindow(browser, site, ada, { width: PHONE, colours: 'dark' })
    await read(reading.page)
  },
)

/** Opens the note of a claim by keys, puts it away again, and finds the same without it. */
async function read(page: Page) {
  await page.goto('/en/bridge')
  const mark = page.locator('.source a').first()
  await mark.press('Enter')
  const note = page.locator('.opened-note')
  await note.waitFor()
  assert.equal(await note.evaluate((element) => element === document.activeElement), true)
  assert.match(await note.innerText(), /Corrected on[\s\S]*Ada Grey[\s\S]*Courier[\s\S]*12 Oct 2026[\s\S]*this review/)
  await fits(page)
  await page.keyboard.press('Escape')
  assert.equal(await note.count(), 0)
  assert.equal(await mark.evaluate((element) => element === document.activeElement), true)
  await page.goto('/en/bridge/sources')
  await fits(page)
}

/** Nothing is wider than the screen, and axe finds nothing. */
async function fits(page: Page) {
  assert.equal(await page.evaluate(() => document.documentElement.scrollWidth), PHONE, page.url())
  await assertAccessible(page)
}

type Pressed = ReturnType<Page['locator']>

/** Presses what sends a form or leads on, and waits until the next page is there. */
async function enter(page: Page, what: Pressed) {
  const [answer] = await Promise.all([page.waitForNavigation(), what.first().press('Enter')])
  assert.equal(answer?.status(), 200, page.url())
}
