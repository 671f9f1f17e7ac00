import assert from 'node:assert/strict'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, seat } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { DATABASES } from '../support/databases.ts'
import { type Environment, parley, type Serving, serving } from '../support/process.ts'
import { until } from '../support/until.ts'

const CAPTURE = path.join(import.meta.dirname, '../support/harbour-page.txt')
const ARTICLE = '/en/the-winter-boats-are-back-and-so-is-the-argument'
const PASSWORD = 'low water at half past six'

let browser: Browser
before(async () => {
  if (!inChromium.skip) browser = await openBrowser()
})
after(() => browser?.close())

for (const { name, openEmpty } of DATABASES) {
  test(
    `on ${name}, a captured page goes from the file to the screen, is discussed, and is read again elsewhere`,
    inChromium,
    async () => {
      const [first, second] = [await openEmpty(), await openEmpty()]
      const folder = await mkdtemp(path.join(tmpdir(), 'parley-walk-'))
      const here: Environment = {
        PARLEY_DATA: path.join(folder, 'here'),
        PARLEY_DATABASE: first.url,
        PARLEY_DEMO: 'off',
      }
      const there = { ...here, PARLEY_DATA: path.join(folder, 'there'), PARLEY_DATABASE: second.url }

      const imported = await parley(here, 'import', 'page', CAPTURE, '--language', 'en', '--zone', 'Europe/Berlin')
      assert.equal(imported.code, 0, imported.printed)
      const again = await parley(here, 'import', 'page', CAPTURE, '--language', 'en', '--zone', 'Europe/Berlin')
      assert.match(again.printed, /Nothing changed/)
      await discussed(here)

      await moved(name, here, there, folder)
      {
        await using elsewhere = await serving(there)
        await using reader = await opened(elsewhere, { script: false })
        await reader.page.goto(ARTICLE)
        await seen(reader.page, 'Two of us were on that boat.')
        assert.equal(await reader.page.locator('.tombstone').count(), 4)
      }
      await Promise.all([first.close(), second.close(), rm(folder, { recursive: true })])
    },
  )
}

async function discussed(here: Environment) {
  await using site = await serving(here)
  await using admin = await opened(site, { script: false })
  await until(() => /first-administrator\S+\s/.test(site.printed()))
  await admin.page.goto(/\/first-administrator\S+/.exec(site.printed())![0])
  await admin.page.fill('input[name=name]', 'Harbour master')
  await admin.page.fill('input[name=mail]', 'master@harbour.example')
  await admin.page.fill('input[name=password]', PASSWORD)
  await admin.page.click('.form .primary')

  await using tern = await opened(site, { script: false })
  const { page } = tern
  await page.goto('/')
  await page.click(`a[href="${ARTICLE}"]`)
  assert.equal(await page.locator('.thread li.entry').count(), ENTRIES)
  await page.click('.thread li.entry .acts a >> nth=0')
  await signUp(page, here, 'Guillemot')
  await page.fill('textarea', 'Frist I thought so too.')
  await page.click('button[name=preview]')
  await seen(page, 'Frist I thought so too.')
  await page.click('.form button.primary')
  const own = page.url().split('#')[1]!
  await seen(page, 'Frist I thought so too.')

  await act(page, own, 'Edit')
  await page.fill('textarea', 'First I thought so too.')
  await page.click('.form button.primary')
  await seen(page, 'First I thought so too.')
  assert.equal(await page.locator(`#${own} .edited`).count(), 1)

  await using watcher = await opened(site)
  await watcher.page.goto(ARTICLE)
  await page.goto(ARTICLE)
  await page.click('.thread > li.entry >> nth=0 >> .acts a >> nth=1')
  const quoted = await page.inputValue('textarea')
  assert.match(quoted, /^> .*\n(?:> .*\n)*> — \[Tern, 1\]\(\/c\/\d+\)/)
  await page.fill('textarea', `${quoted}Two of us were on that boat.`)
  await page.click('.form button.primary')
  const reply = page.url().split('#')[1]!
  assert.equal(await page.locator(`#${reply} blockquote.quotation`).count(), 1)
  await watcher.page.locator(`#${reply}`).waitFor()
  assert.match(await feedOf(site), /Two of us were on that boat/)

  await act(page, own, 'Remove')
  await page.click('.form button.primary')
  assert.equal(await page.locator(`#${own} > .tombstone`).count(), 1)
  await watcher.page.locator(`#${own} > .tombstone`).waitFor()

  await admin.page.goto(ARTICLE)
  await act(admin.page, reply, 'Remove')
  await admin.page.check('input[name=rule] >> nth=0')
  await admin.page.click('.form button.primary')
  await watcher.page.locator(`#${reply} > .tombstone`).waitFor()
  assert.doesNotMatch(await feedOf(site), /Two of us were on that boat/)
  await admin.page.click(`#${reply} > .tombstone p a >> nth=-1`)
  await admin.page.click('.sheet a.primary')
  await admin.page.click('.form button.primary')
  await watcher.page.locator(`#${reply} .words`).waitFor()
}

/** Goes where one finds, without script, what one may do with a comment. */
async function act(page: Page, entry: string, words: string) {
  await page.click(`#${entry} > .comment .acts a >> nth=0`)
  await page.click(`.answered .acts a >> text=${words}`)
}

const ENTRIES = 13

/** SQLite is backed up and restored; PostgreSQL has its own tools for that, so there the publication moves by its export. */
async function moved(name: string, here: Environment, there: Environment, folder: string) {
  const file = path.join(folder, name === 'SQLite' ? 'backup' : 'export.jsonl.gz')
  const steps =
    name === 'SQLite'
      ? [
          ['backup', file],
          ['restore', file],
        ]
      : [
          ['export', file],
          ['import', 'parley', file],
        ]
  for (const [step, where] of [
    [steps[0]!, here],
    [steps[1]!, there],
  ] as const) {
    const { code, printed } = await parley(where, ...step)
    assert.equal(code, 0, printed)
  }
}

async function opened({ url }: Serving, more: { script?: boolean } = {}) {
  const { page, close } = await seat(browser, { origin: url, ...more })
  return { page, [Symbol.asyncDispose]: close }
}

async function signUp(page: Page, { PARLEY_DATA }: Environment, name: string) {
  await page.click('.sheet a[href*="sign-up"]')
  await page.fill('input[name=name]', name)
  await page.fill('input[name=mail]', `${name.toLowerCase()}@reader.example`)
  await page.click('.form button.primary')
  await page.waitForURL(/sent/)
  const mails = path.join(PARLEY_DATA!, 'mail')
  const [letter] = await readdir(mails)
  const words = (await readFile(path.join(mails, letter!), 'utf8')).replace(/=\r?\n/g, '').replaceAll('=3D', '=')
  await page.goto(/(?<=http:\/\/[^/]+)\/\S*sign-in\/link\S+/.exec(words)![0])
  await page.click('.form button.primary')
}

async function feedOf({ url }: Serving): Promise<string> {
  return (await fetch(`${url}${ARTICLE}/feed.atom`)).text()
}

function seen(page: Page, words: string): Promise<void> {
  return page.getByText(words).first().waitFor()
}
