import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type Batch, openLine } from '../support/live-line.ts'
import { openRestorable } from '../support/restored.ts'
import { publish, say, visitor } from '../support/site.ts'

test('after a restore, pages of before are told to be loaded anew, and those of after hear what is new', async () => {
  await using restorable = await openRestorable()
  const { site } = restorable
  const { person } = await visitor(site, 'Ada')
  const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  await say(site, person, articleId, 'It stays.')
  const kept = await seqOnPage()
  await restorable.backUp()
  for (const words of ['It is lost.', 'So is this.']) await say(site, person, articleId, words)
  const lost = await seqOnPage()
  await restorable.restore()
  const since = await seqOnPage()
  const new1 = await say(site, person, articleId, 'It is new.')
  const new2 = await say(site, person, articleId, 'So is this.')
  assert.ok(site.parley.tail.seq > lost)

  for (const before of [kept, lost]) {
    await using line = await openLine(`${site.url}/live?${query(before)}`)
    const told = await line.next()
    assert.deepEqual([told.reset, told.changes], [true, []])
    assert.deepEqual(await asked(before), told)
  }
  await using line = await openLine(`${site.url}/live?${query(since)}`)
  const told = await line.next()
  assert.equal(told.reset, undefined)
  assert.deepEqual(
    told.changes.map(({ id }) => id),
    [new1.id, new2.id],
  )
  assert.deepEqual(await asked(since), told)

  function query(since: number) {
    return `article=${articleId}&language=en&since=${since}`
  }

  async function asked(since: number): Promise<Batch> {
    return (await fetch(`${site.url}/live/changes?${query(since)}`)).json() as Promise<Batch>
  }

  async function seqOnPage() {
    return Number(/data-seq="(\d+)"/.exec(await (await fetch(`${site.url}/en/ferry`)).text())![1])
  }
})
