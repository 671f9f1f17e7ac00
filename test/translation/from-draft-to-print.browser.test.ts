import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { saveArticle, saveEdition, savePublication } from '../../src/domain/articles/index.ts'
import { editionChanged } from '../../src/domain/discussion/index.ts'
import { saveRule } from '../../src/domain/moderation/index.ts'
import type { TranslationTables } from '../../src/domain/translation/index.ts'
import { type Language, languageFrom } from '../../src/kit/language.ts'
import { withApertium } from '../support/apertium/apertium.ts'
import { apertiumServer } from '../support/apertium/apertium-server.ts'
import { assertAccessible, openBrowser } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { goTo } from '../support/browser/discussed.ts'
import { openWindow } from '../support/browser/windows.ts'
import { DATABASES } from '../support/databases.ts'
import { engineBeside } from '../support/engine-server.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, type Site, visitor, withoutPace } from '../support/site.ts'
import { until } from '../support/until.ts'

const [ru, uk, en, ar, es] = ['ru', 'uk', 'en', 'ar', 'es'].map((tag) => languageFrom(tag)!) as [
  Language,
  ...Language[],
]
const FERRY = 'Об этом 28 августа пишет газета «Взгляд».'
const ROAD = 'Дорога закрыта с 2014 года.'

const WAITING = 'Паром сегодня не идёт, и мы ждём его 41 минуту.'
const AGREES = 'Estoy de acuerdo, y no queremos esperar más.'
const THANKS = 'Спасибо, тогда поедем завтра вместе.'
/** What Debian has no pair of languages for. */
const SPANISH: Readonly<Record<string, string>> = {
  [WAITING]: 'El transbordador no sale hoy, y lo esperamos 41 minutos.',
  [AGREES]: 'Согласна, и ждать больше мы не хотим.',
  [THANKS]: 'Gracias, entonces iremos mañana juntos.',
}

describe('an edition', { skip: inChromium.skip || withApertium.skip, concurrency: false }, () => {
  let [apertium, browser]: [Awaited<ReturnType<typeof apertiumServer>>, Browser] = [undefined!, undefined!]
  before(async () => {
    apertium = await apertiumServer()
    browser = await openBrowser()
  })
  after(async () => {
    await browser.close()
    await apertium[Symbol.asyncDispose]()
  })

  for (const { name, open } of DATABASES)
    test(`is drafted by a real engine on ${name}, settled, mended, reviewed and published with the keyboard, and tells what has gone stale`, async () => {
      await using ending = new AsyncDisposableStack()
      const database = await open()
      ending.defer(() => database.close())
      const beside = ending.use(await engineBeside(apertium.url, SPANISH))
      const engine = { kind: 'apertium' as const, url: beside.url, mostInAMonth: 100_000 }
      const site = ending.use(await openSite(database.url, { engine }))
      await published(site, [FERRY, ROAD])
      const editor = await visitor(site, 'Olena', 'editor')
      await using own = await openWindow(browser, site, editor, { width: 1280 })
      const { page } = own

      const paragraph = (number: number) => page.getByRole('textbox', { name: new RegExp(`^Paragraph ${number},`) })
      await page.goto('/desk/translation?language=en')
      await page.getByLabel('New edition in').selectOption('uk')
      await page.getByRole('button', { name: 'Begin' }).press('Enter')
      await page.getByRole('button', { name: 'Draft what is missing' }).press('Enter')
      await page.waitForURL(/done=ordered/)
      const desk = page.url().replace(/&done=\w+/, '')
      await until(async () => {
        await page.goto(desk)
        const isTold = await page.getByText('3 paragraphs were drafted').isVisible()
        return isTold && (await paragraph(1).inputValue()) !== ''
      })
      assert.match(await paragraph(1).inputValue(), /28 серпня пише газета «Погляд»/)
      await assertAccessible(page)

      await page.getByRole('link', { name: 'Взгляд' }).press('Enter')
      await page.getByLabel('Ukrainian').fill('Взгляд')
      await page.getByRole('button', { name: 'Settle these forms' }).press('Enter')
      await page.getByText('The forms are settled.').waitFor()
      await page.goto(desk)
      const miss = page.locator('.miss', { hasText: 'Взгляд' })
      await miss.waitFor()
      await paragraph(1).fill('Про це 28 серпня пише газета «Взгляд».')
      await miss.waitFor({ state: 'detached' })
      await paragraph(1).press('Control+Shift+Enter')
      await page.locator('.pair[data-state="reviewed"]').waitFor()
      await page.getByRole('textbox', { name: /^Title,/ }).press('Control+Shift+Enter')
      await paragraph(2).press('Control+Shift+Enter')
      await until(async () => (await page.locator('.pair[data-state="reviewed"]').count()) === 3)
      await page.getByRole('button', { name: 'Save as a revision' }).press('Enter')
      await publishFrom(page)
      const reader = browserAt(site.url)
      const read = async () => (await reader.get('/uk/parom')).text
      assert.match(await read(), /Про це 28 серпня пише газета «Взгляд»/)
      assert.doesNotMatch(await read(), /noindex/)

      await published(site, [FERRY, ROAD.replace('2014', '2015')])
      await page.goto(desk)
      assert.equal(await page.locator('.pair[data-state="stale"]').count(), 1)
      assert.equal(await page.locator('.pair[data-state="stale"] ins').innerText(), '2015')
      const year = page.locator('.miss', { hasText: '2015' })
      await year.waitFor()
      await paragraph(2).fill((await paragraph(2).inputValue()).replace('2014', '2015'))
      await year.waitFor({ state: 'detached' })
      await paragraph(2).press('Control+Shift+Enter')
      await page.getByRole('button', { name: 'Save as a revision' }).press('Enter')
      await publishFrom(page)
      assert.match(await read(), /2015/)

      await using narrow = await openWindow(browser, site, editor, { width: 360, colours: 'dark' })
      await narrow.page.goto(desk.replace('language=en', 'language=ar'))
      await assertAccessible(narrow.page)
      assert.equal(await narrow.page.evaluate(() => document.documentElement.dir), 'rtl')
      assert.ok(
        (await narrow.page.evaluate(() => document.documentElement.scrollWidth)) <= 360,
        'it is as wide as the page',
      )
      await discussed(site, browser)
    })
})

/** Two who read no language of each other talk under the article, and what one of them said is removed. */
async function discussed(site: Site, browser: Browser): Promise<void> {
  await withoutPace(site)
  const moderator = browserAt(site.url, (await visitor(site, 'Mo', 'moderator')).cookies)
  await using of = await openWindow(browser, site, await visitor(site, 'Boris'), { width: 800 })
  await using her = await openWindow(browser, site, await visitor(site, 'Lucía'), { width: 800 })
  const [boris, lucia] = [of.page, her.page]
  for (const [page, language] of [
    [boris, 'ru'],
    [lucia, 'es'],
  ] as const) {
    await page.goto(`/${language}/account/reading`)
    await page.check(`[name="languages"][value="${language}"]`)
    await page.click('main button.primary')
    await page.locator('.done').waitFor()
  }

  await goTo(boris, '/ru/parom')
  await say(boris, '.join-in .primary', WAITING)
  await boris.locator('#c-1').waitFor()
  await goTo(lucia, '/ru/parom')
  await lucia.click('#c-1 .translate')
  await lucia.locator('#c-1 .translation').getByText(SPANISH[WAITING]!).waitFor()
  await lucia.locator('#c-1 .translation [lang="es"]').waitFor()
  await assertAccessible(lucia)
  await say(lucia, `#c-1 .acts a[href^="/c/1/reply?l"]`, AGREES)
  await lucia.locator('#c-2').waitFor()

  await boris.click('#c-2 .translate')
  await boris.locator('#c-2 .translation').getByText(SPANISH[AGREES]!).waitFor()
  await boris.click('#c-2 .acts a[href^="/c/2/reply?quote"]')
  await boris.locator(FIELD).press('Control+End')
  await boris.keyboard.type(THANKS)
  await boris.click('.reply .primary')
  await boris.locator('#c-3').waitFor()
  await lucia.locator('#c-3 .quotation').getByText(AGREES).waitFor()
  await lucia.click('#c-3 .translate')
  await lucia.locator('#c-3 .translation').getByText(SPANISH[THANKS]!).waitFor()
  await lucia.locator('#c-3 .translation .quotation').getByText(AGREES).waitFor()

  const removal = await moderator.get('/c/1/removal?language=en')
  assert.match(removal.text, /Original beside translation/)
  assert.equal((await moderator.send(removal, { rule: '1', note: '' })).status, 303)
  await lucia.locator('#c-1 > .tombstone').waitFor()
  assert.equal(await lucia.getByText(SPANISH[WAITING]!).count(), 0)
  const kept = site.parley.store.look<TranslationTables>().selectFrom('commentTranslation').select('commentId')
  assert.deepEqual(
    (await kept.orderBy('commentId').execute()).map(({ commentId }) => Number(commentId)),
    [2, 3],
  )
  const reader = browserAt(site.url)
  for (const path of ['/ru/parom', '/uk/parom', '/c/1/translation?language=es', '/c/3/translation?language=es'])
    assert.doesNotMatch((await reader.get(path)).text, new RegExp(`${SPANISH[WAITING]}|${WAITING}`), path)
}

const FIELD = '.reply textarea'

async function say(page: Page, act: string, words: string): Promise<void> {
  await page.click(act)
  await page.fill(FIELD, words)
  await page.click('.reply .primary')
}

async function publishFrom(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'To the desk of this edition' }).press('Enter')
  await page.getByRole('button', { name: /^Publish(?: changes)?$/ }).press('Enter')
  await page.waitForURL(/done=published/)
}

/** An article in Russian, of a publication that appears in five languages. */
async function published({ parley: { store, clock, tail } }: Site, paragraphs: readonly string[]): Promise<void> {
  const at = clock()
  const { seq } = await store.write(async (tx) => {
    const languages = [ru, uk, en, ar, es].map((language) => ({
      language: language!,
      name: 'Друге читання',
      motto: '',
    }))
    const around = { zone: 'Europe/Kyiv', telegram: null, mail: null, demoSince: null }
    await savePublication(tx, { defaultLanguage: ru, ...around, languages }, at)
    await saveRule(tx, 1, [{ language: 'en', title: 'Argue with the words', words: 'Not with the person.' }])
    const { id: articleId } = await saveArticle(
      tx,
      { key: 'ferry', sectionId: null, pictureId: null, publishedAt: at },
      at,
    )
    const words = { title: 'Паром', standfirst: '', pictureAlt: '', pictureCaption: '', words: paragraphs.join('\n\n') }
    await saveEdition(tx, { articleId, language: ru, slug: 'parom', publishedAt: at, ...words }, at, editionChanged)
  })
  await tail.until(seq)
}
