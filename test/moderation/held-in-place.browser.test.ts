import { test } from 'node:test'
import { draftOf, hold, letIn } from '../../src/domain/discussion/index.ts'
import { assertAccessible } from '../support/browser/browser.ts'
import { inChromium } from '../support/browser/chromium.ts'
import { entry, openArticle, openDiscussed } from '../support/browser/discussed.ts'
import { whileTesting } from '../support/browser/stage.ts'

const discussed = whileTesting(openDiscussed)

test('what waits stands where it would, for who moderates, until the entry itself comes', inChromium, async () => {
  const { id: articleId, path, comments } = await discussed.article(null)
  const { site, tern, warden } = discussed
  const { store, tail, clock } = site.parley
  const [root] = comments as [(typeof comments)[number]]
  const draft = draftOf('This waits.')
  const held = { articleId, under: root.id, by: tern.person, draft, language: null, at: clock() } as const
  const { value: id, seq } = await store.write((tx) => hold(tx, { ...held, heldById: null, note: '', reason: 'raid' }))
  await tail.until(seq)
  await using window = await openArticle(discussed, path, warden)
  const { page } = window
  const waiting = page.locator(`${entry(root)} > ol > #held-${id}`)
  await waiting.getByText('This waits.').waitFor()
  await waiting.getByText('Written while comments are held').waitFor()
  await assertAccessible(page)
  const admission = { id, byId: warden.person.id, note: '', at: clock() }
  await tail.until((await store.write((tx) => letIn(tx, admission))).seq)
  await page.locator(`#c-${id}`).getByText('This waits.').waitFor()
  await waiting.waitFor({ state: 'detached' })
})
