import assert from 'node:assert/strict'
import { test } from 'node:test'
import { assertAccessible, openBrowser } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { goTo } from '../support/browser/discussed.ts'
import { openWindow } from '../support/browser/windows.ts'
import { type Answers, engineServer } from '../support/engine-server.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor, withoutPace } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }
const WAITING = 'Паром сегодня не идёт, и мы все ждём его 41 минуту.'
const GULL = 'Чайки на причале кричат так громко, что ничего не слышно.'
const ENGLISH: Readonly<Record<string, string>> = {
  [WAITING]: 'The ferry does not leave today, and we all wait 41 minutes for it.',
  [GULL]: 'The gulls on the quay cry so loudly that nothing is heard.',
}
const translates: Answers = ({ body }) => {
  const { q } = JSON.parse(body) as { q: string[] }
  return { body: { translatedText: q.map((text) => ENGLISH[text] ?? text) } }
}

/** A browser's own translator, as the page finds it; one that hangs says nothing for ever. */
function translator({ words, hangs }: { words: Record<string, string>; hangs: boolean }) {
  const translate = (text: string) => {
    document.documentElement.dataset.asked = 'yes'
    return hangs ? new Promise(() => {}) : Promise.resolve(words[text])
  }
  Object.assign(window, { Translator: { create: async () => ({ translate }) } })
}

test(
  'comments are translated where they stand, by the engine or by the browser alone, and go when they are removed',
  inChromium,
  async () => {
    await using ending = new AsyncDisposableStack()
    const server = ending.use(await engineServer(translates))
    const engine = { kind: 'libretranslate' as const, url: server.url, mostInAMonth: 3_000 }
    const site = ending.use(await openSite(undefined, { engine }))
    const articleId = await publish(site, ARTICLE)
    await withoutPace(site)
    const boris = browserAt(site.url, (await visitor(site, 'Boris')).cookies)
    for (const [key, words] of [WAITING, GULL].entries())
      await boris.post(`/a/${articleId}/comments`, { language: 'en', key: `k${key}`, words })
    const moderator = browserAt(site.url, (await visitor(site, 'Mo', 'moderator')).cookies)
    const browser = await openBrowser()
    ending.defer(() => browser.close())

    await using window = await openWindow(browser, site)
    const { page } = window
    await goTo(page, '/en/ferry')
    await page.click('#c-1 .translate')
    await page.locator('#c-1 .translation').getByText('The ferry does not leave today').waitFor()
    await page.locator('#c-1 .translation').getByText('Translated from Russian by LibreTranslate.').waitFor()
    assert.equal(await page.locator('#c-1 > .comment > .words').isVisible(), false)
    await assertAccessible(page)
    await page.click('#c-1 .original')
    assert.equal(await page.locator('#c-1 > .comment > .words').isVisible(), true)
    await page.click('#c-1 .original')
    await page.click('.translate-all')
    await page.locator('#c-2 .translation').getByText('The gulls on the quay').waitFor()

    await moderator.send(await moderator.get('/c/1/removal?language=en'), { rule: '1', note: '' })
    await page.locator('#c-1 > .tombstone').waitFor()
    assert.equal(await page.getByText('does not leave today').count(), 0)
    const sent = server.asked.length

    await using other = await openWindow(browser, site)
    await other.page.addInitScript(translator, { words: { [GULL]: 'Gulls on the quay are loud.' }, hangs: false })
    await other.page.goto('/en/account/reading')
    await other.page.check('[name="translator"][value="browser"]')
    await other.page.click('main button.primary')
    await other.page.locator('.done').waitFor()
    await other.page.goto('/en/ferry')
    await other.page.click('#c-2 .translate')
    await other.page.locator('#c-2 .translation').getByText('Gulls on the quay are loud.').waitFor()
    await other.page.locator('#c-2 .translation').getByText('Translated from Russian by your browser.').waitFor()

    await other.page.addInitScript(translator, { words: {}, hangs: true })
    await other.page.clock.install()
    await other.page.goto('/en/ferry')
    await other.page.click('#c-2 .translate')
    await other.page.waitForSelector('html[data-asked]')
    await other.page.clock.fastForward(21_000)
    await other.page.getByText('Your browser gave no translation within 20 seconds.').waitFor()
    assert.equal(await other.page.locator('#c-2 > .comment > .words').isVisible(), true)

    await other.page.goto('/en/account/reading')
    for (const language of ['en', 'ru']) await other.page.check(`[name="languages"][value="${language}"]`)
    await other.page.click('main button.primary')
    await other.page.locator('.done').waitFor()
    await other.page.goto('/en/ferry')
    await other.page.locator('#c-2 .translate').waitFor({ state: 'hidden' })
    await other.page.locator('.translate-all').waitFor({ state: 'hidden' })
    assert.equal(server.asked.length, sent, 'nothing was sent')
  },
)
