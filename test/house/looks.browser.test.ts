import assert from 'node:assert/strict'
import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { after, before, test } from 'node:test'
import type { Browser, Page } from 'playwright-core'
import { publicationOf, saveArticle, saveEdition, savePublication } from '../../src/domain/articles/index.ts'
import { editionChanged } from '../../src/domain/discussion/index.ts'
import { fillDemo } from '../../src/exchange/demo/index.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { assertAccessible, openBrowser } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { openWindow } from '../support/browser/windows.ts'
import { openSite, type Site, say, type Visitor, visitor } from '../support/site.ts'

const PICTURES = path.join(import.meta.dirname, '../../docs/pictures')
const ARTICLE = '/en/the-small-ferry-and-the-large-number'
/** The pictures that docs/looks.md shows; `PARLEY_TEST_PICTURES=1 npm test` takes them anew. */
const SHOWN = new Set([
  'front-wide-light',
  'article-wide-light',
  'article-phone-dark',
  'discussion-wide-light',
  'discussion-tablet-dark',
  'arabic-article-tablet-light',
  'reply-tablet-light',
])
const WIDTHS = { phone: 360, tablet: 800, wide: 1600 } as const

/** A question of as many words as may be asked, one of them without end. */
const LONG = `${'Donaudampfschifffahrtsgesellschaft'.repeat(4)} ${'ferry '.repeat(19)}`.trim()

/** What a reader may meet: its address, and whether one has to be signed in. */
const PAGES = {
  front: '/en/',
  article: ARTICLE,
  discussion: `${ARTICLE}#discussion`,
  'russian-article': '/ru/',
  'arabic-article': '/ar/al-abbara',
  section: '/en/section/transport',
  rules: '/en/rules',
  search: '/en/search',
  found: '/en/search?words=ferry',
  'nothing-found': `/en/search?${new URLSearchParams({ words: LONG, person: 'Reader' })}`,
  'arabic-search': '/ar/search',
  'sign-in': '/en/sign-in',
  'sign-up': '/en/sign-up',
  reply: '/c/1/reply?quote=1',
  missing: '/en/nothing-here',
} as const

let browser: Browser
let site: Site
let reader: Visitor
before(async () => {
  if (inChromium.skip) return
  browser = await openBrowser()
  site = await openSite()
  const { store, media, clock } = site.parley
  await fillDemo({ store, media, at: clock() })
  reader = await visitor(site, 'Reader')
  await publishInArabic()
  await site.found()
})
after(async () => {
  await browser?.close()
  await site?.[Symbol.asyncDispose]()
})

/** Where axe looks too: the widest pages show most, and colours and the narrowest differ in what it can find. */
const SEARCHED = new Set(['wide light', 'wide dark', 'phone light'])

for (const colours of ['light', 'dark'] as const) {
  for (const [width, size] of Object.entries(WIDTHS)) {
    const isSearched = SEARCHED.has(`${width} ${colours}`)
    const proven = isSearched
      ? 'every page fits, moves nothing and axe finds nothing'
      : 'every page fits and moves nothing'
    test(`at ${size} px in ${colours}, ${proven}`, inChromium, async () => {
      const still = { colours, width: size, more: { reducedMotion: 'reduce' } } as const
      await using window = await openWindow(browser, site, reader, still)
      await using stranger = await openWindow(browser, site, undefined, still)
      for (const [name, address] of Object.entries(PAGES)) {
        const { page } = name === 'reply' ? window : stranger
        await page.addInitScript(SHIFTS)
        await openWhole(page, address)
        if (isSearched) await assertAccessible(page)
        assert.equal(await overflow(page), 0, `${name} is wider than the screen`)
        assert.ok((await shifted(page)) < 0.01, `${name} moves by ${await shifted(page)}`)
        await take(page, `${name}-${width}-${colours}`)
      }
    })
  }
}

test('letters that come late move nothing', inChromium, async () => {
  for (const address of ['/ru/', ARTICLE]) {
    await using window = await openWindow(browser, site, undefined, { width: 1600 })
    const { page } = window
    const released = Promise.withResolvers<void>()
    await page.route('**/*.woff2', async (route) => {
      await released.promise
      await route.continue()
    })
    await page.addInitScript(SHIFTS)
    await page.goto(address, { waitUntil: 'commit' })
    await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0)
    released.resolve()
    await page.waitForLoadState()
    await settled(page)
    assert.equal(await shifted(page), 0, address)
  }
})

/** With its fonts, and all that script lays over it. */
async function openWhole(page: Page, address: string) {
  await page.goto('about:blank')
  const personal = page.waitForResponse(/\/me(?:\?|$)/)
  await page.goto(address)
  await personal
  await settled(page)
}

async function settled(page: Page) {
  await page.evaluate(async () => {
    await new Promise(requestAnimationFrame)
    await document.fonts.ready
    await new Promise((done) => requestIdleCallback(done))
  })
}

const SHIFTS = `globalThis.shifts = 0
new PerformanceObserver((list) => { for (const { value, hadRecentInput } of list.getEntries()) if (!hadRecentInput) globalThis.shifts += value })
  .observe({ type: 'layout-shift', buffered: true })`

function shifted(page: Page): Promise<number> {
  return page.evaluate(() => (globalThis as unknown as { shifts: number }).shifts)
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - innerWidth))
}

async function take(page: Page, name: string) {
  if (!process.env.PARLEY_TEST_PICTURES || !SHOWN.has(name)) return
  await mkdir(PICTURES, { recursive: true })
  await page.screenshot({ path: path.join(PICTURES, `${name}.png`) })
}

/** The demo is in languages that are read from left to right; one small article is not. */
async function publishInArabic() {
  const { store, clock } = site.parley
  const language = languageFrom('ar')!
  const at = clock()
  const { value: articleId } = await store.write(async (tx) => {
    const before = await publicationOf(tx)
    const words = { language, name: 'قراءة ثانية', motto: 'ما كتبته الصحف، ومن قاله أولًا' }
    await savePublication(tx, { ...before, languages: [...before.languages, words] }, at)
    const { id } = await saveArticle(tx, { key: 'arabic', sectionId: null, pictureId: null, publishedAt: at }, at)
    const draft = { articleId: id, language, slug: 'al-abbara', publishedAt: at, pictureAlt: '', pictureCaption: '' }
    await saveEdition(tx, { ...draft, ...ARABIC }, at, editionChanged)
    return id
  })
  const root = await say(site, reader.person, articleId, 'من قال ذلك أولًا؟ **الميناء** نفسه، في بيان من ثلاثة أسطر.')
  await say(site, reader.person, articleId, 'And in English, in the middle of it: nobody asked the ferry.', root.id)
}

const ARABIC = {
  title: 'العبّارة تغادر في التاسعة، أو في العاشرة',
  standfirst: 'صحيفتان نقلتا الموعد نفسه من بيان واحد، ولم تتفقا عليه.',
  words:
    'قالت الصحيفة الأولى إن العبّارة تغادر في التاسعة. وقالت الثانية إنها تغادر في العاشرة.\n\n> الرصيف لا يقرأ الصحف.\n> — بحّار لم يذكر اسمه\n\nأما البيان فلم يذكر إلا أن الموعد **تغيّر**.',
}
