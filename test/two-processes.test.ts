import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { ArticleTables } from '../src/domain/articles/index.ts'
import { DATABASES } from './databases.ts'
import { browserAt } from './front-door.ts'
import { install } from './installation.ts'
import { openLine } from './live-line.ts'
import { publish, visitor } from './site.ts'

const SOON_MS = 1_000
const { open } = DATABASES.find(({ name }) => name === 'PostgreSQL')!

test('what is posted to one of two processes is on the pages and streams of the other within a second', async () => {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const installed = ending.use(await install(database.url))
  const ferry = await publish(installed, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const tram = await publish(installed, { slug: 'tram', title: 'The tram', words: 'It leaves at ten.' })
  const ada = await visitor(installed, 'Ada')
  const [one, other] = await Promise.all([installed.serve('free'), installed.serve('free')])
  for (const serving of [one, other]) ending.use(serving)
  const [writer, reader] = [browserAt(one.url, ada.cookies), browserAt(other.url)]
  const pageOf = async (slug: string) => (await reader.get(`/en/${slug}`)).text
  for (const slug of ['ferry', 'tram']) assert.doesNotMatch(await pageOf(slug), /First of all/)
  const line = ending.use(await openLine(`${other.url}/live?article=${ferry}&language=en`))
  await behindTheirBacks()

  const posted = await writer.send(await writer.get('/en/ferry/comment'), { words: 'First of all' })
  const at = performance.now()
  assert.equal(posted.status, 303, posted.text)
  const [{ changes }] = await Promise.all([line.next(), until(async () => /First of all/.test(await pageOf('ferry')))])
  const tookMs = performance.now() - at
  assert.ok(tookMs < SOON_MS, `${Math.round(tookMs)} ms`)
  assert.match(changes[0]!.html, /First of all/)
  assert.match(await pageOf('ferry'), /Behind their backs/, 'a page that is assembled anew shows the present title')
  assert.doesNotMatch(await pageOf('tram'), /Behind their backs/, 'the page of another article stays as it was kept')

  /** Changes titles without a word in the journal, so that only a page that is assembled anew shows it. */
  function behindTheirBacks() {
    const editions = installed.parley.store.look<ArticleTables>().selectFrom('edition').select('revisionId')
    return installed.parley.store.write((tx) =>
      tx
        .change<ArticleTables>()
        .updateTable('revision')
        .set({ title: 'Behind their backs' })
        .where('id', 'in', editions.where('articleId', 'in', [ferry, tram]))
        .execute(),
    )
  }
})

async function until(isSo: () => Promise<boolean>) {
  while (!(await isSo())) await new Promise((resolve) => setImmediate(resolve))
}
