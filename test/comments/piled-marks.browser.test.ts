import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inChromium } from '../support/browser/chromium.ts'
import { openStage, whileTesting } from '../support/browser/stage.ts'
import { openWindow } from '../support/browser/windows.ts'
import { publish, say } from '../support/site.ts'

const stage = whileTesting(() => openStage({ ada: ['Ada'] }))

const PILED = `Z${'\u0301'.repeat(400)} and Z${'\u0323'.repeat(400)}`
/** Letters with the signs that their scripts set above and below them. */
const HONEST: Record<string, string> = {
  Thai: 'ที่นี้ ผู้ใหญ่ กุ้ง น้ำ ปั๊ม ฎุ ฏู',
  Arabic: 'بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ إِيَّاكَ أُمَّهَاتِكُمْ',
  Hebrew: 'בְּרֵאשִׁית בָּרָא אֱלֹהִים שֶׁלְּךָ',
  Hindi: 'र्क्षीँ द्ध्रू श्रृंगार हूँ',
  Vietnamese: 'ẤẪẨỄỖ nghiễng Ộ ậ ợ',
}

test('marks piled on a letter draw over nothing around the words', inChromium, async () => {
  await using window = await shown(PILED)
  const { page } = window
  await page.setViewportSize({ width: 800, height: 900 })
  const around = ['.entry:last-child .comment > header', '.entry:last-child .acts', '.entry:first-child']
  const before = await Promise.all(around.map((place) => page.locator(place).last().screenshot()))
  await page
    .locator('.entry .words p')
    .last()
    .evaluate((words) => {
      words.textContent = 'Z and Z'
    })
  const after = await Promise.all(around.map((place) => page.locator(place).last().screenshot()))
  for (const [at, place] of around.entries()) assert.ok(before[at]!.equals(after[at]!), place)
})

for (const [script, words] of Object.entries(HONEST))
  test(`${script} is drawn whole`, inChromium, async () => {
    await using window = await shown(`${words}\n\n${words}`)
    const { page } = window
    const place = page.locator('.entry .words').last()
    const clipped = await place.screenshot()
    await place.evaluate((block) => {
      for (const child of block.children) (child as HTMLElement).style.clipPath = 'none'
    })
    assert.ok(clipped.equals(await place.screenshot()))
  })

let articles = 0

async function shown(words: string) {
  const slug = `night-trains-${++articles}`
  const id = await publish(stage.site, { slug, title: 'Night trains', words: 'Nobody has published the figures.' })
  await say(stage.site, stage.ada.person, id, 'They stand in the report.')
  await say(stage.site, stage.ada.person, id, words)
  const window = await openWindow(stage.browser, stage.site)
  const { page } = window
  await page.goto(`${stage.site.url}/en/${slug}`)
  await page.evaluate(async () => void (await document.fonts.ready))
  return window
}
