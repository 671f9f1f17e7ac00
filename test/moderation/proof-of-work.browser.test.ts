import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sayAdmission } from '../../src/domain/moderation/index.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { openDiscussed } from '../support/browser/discussed.ts'
import { whileTesting } from '../support/browser/stage.ts'
import { openWindow } from '../support/browser/windows.ts'
import { browserAt } from '../support/front-door.ts'
import { keptLetters } from '../support/letters.ts'
import { visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const stage = whileTesting(openDiscussed)

async function askForWork() {
  const { store, tail, clock } = stage.site.parley
  const said = { sectionId: null, said: { proofUntil: 1 }, byId: null, at: clock() }
  await tail.until((await store.write((tx) => sayAdmission(tx, said))).seq)
}

test('with script the browser of somebody new works for their comment, which stands at once', inChromium, async () => {
  await askForWork()
  const { browser, site } = stage
  const { path } = await stage.article(null)
  await using window = await openWindow(browser, site, await visitor(site, 'Newcomer'))
  const { page } = window
  await page.goto(`${path}/comment`)
  await page.fill('textarea[name=words]', 'With some work.')
  await page.click('.reply .primary')
  await page.waitForSelector('.entry >> text=With some work.')

  await page.goto('/en/sign-up')
  await page.fill('input[name=name]', 'Another')
  await page.fill('input[name=mail]', 'another@reader.example')
  await page.click('main .primary')
  await page.waitForURL(/\/sign-in\/sent/)
  await until(() => keptLetters(site).some(({ to }) => to === 'another@reader.example'))
})

test('without script their comment waits, and says why', async () => {
  await askForWork()
  const { site } = stage
  const { path } = await stage.article(null)
  const reader = browserAt(site.url, (await visitor(site, 'Plain')).cookies)
  const form = () => reader.get(`${path}/comment`)
  const held = await reader.send(await form(), { words: 'Without any.' })
  assert.match(held.location, /^\/c\/\d+\/held/)
  assert.match((await reader.get(held.location)).text, /new people from a browser without script are looked at before/)
  const forged = JSON.stringify({
    challenge: { parameters: { nonce: '00' } },
    solution: { counter: 1, derivedKey: '00' },
  })
  assert.match((await reader.send(await form(), { words: 'Forged.', proof: forged })).location, /^\/c\/\d+\/held/)
  const warden = browserAt(site.url, stage.warden.cookies)
  assert.doesNotMatch((await warden.get(`${path}/comment`)).text, /proof-of-work/)
})

test('a program that fills in what nobody sees is answered like everybody, and no letter goes out', async () => {
  const { site } = stage
  const stranger = browserAt(site.url)
  const letters = () => keptLetters(site).filter(({ to }) => to === 'program@reader.example').length
  const wish = { name: 'Program', mail: 'program@reader.example' }
  const trapped = await stranger.send(await stranger.get('/en/sign-up'), { ...wish, website: 'https://buy.example' })
  assert.deepEqual([trapped.status, trapped.location, letters()], [303, '/en/sign-in/sent', 0])
  const refused = await stranger.send(await stranger.get('/en/sign-up'), { ...wish, proof: '{}' })
  assert.deepEqual([refused.status, /work for this form is too old/.test(refused.text), letters()], [422, true, 0])
  const plain = await stranger.send(await stranger.get('/en/sign-up'), wish)
  assert.deepEqual([plain.location, letters()], ['/en/sign-in/sent', 1])
})
