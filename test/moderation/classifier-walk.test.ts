import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type CommentId, draftOf, post, ROOT } from '../../src/domain/discussion/index.ts'
import { decide, openCaseOf } from '../../src/domain/moderation/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, type Site, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const NICE = [
  'The ferry leaves at nine',
  'A fair report, thank you',
  'Where does the source say that?',
  'I was at the harbour',
]
const NASTY = [
  'You liar, you filthy liar',
  'Buy cheap pills now',
  'All of them are filthy liars',
  'Cheap pills, buy them',
]
const OF_EACH = 130

for (const { name, open } of DATABASES)
  test(`on ${name}, what moderators removed teaches which comments to look at first, once there is enough of it`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const [writer, chief] = [await visitor(site, 'Writer'), await visitor(site, 'Chief', 'moderator')]
    const [asWriter, asChief] = [writer, chief].map(({ cookies }) => browserAt(site.url, cookies))
    const page = async () => (await asChief!.get('/desk/classifier?language=en')).text
    assert.match(
      await page(),
      /So far there are 0 removed and 0 kept comments to learn from\. It begins with 100 of each\./,
    )
    assert.doesNotMatch(await page(), /name="from"/)

    await say(site, articleId, writer.person, chief.person)
    assert.match(await page(), /So far there are 130 removed and \d+ kept/)
    await site.restart()
    await until(async () => /What was learnt/.test(await page()))
    const learnt = await page()
    assert.match(learnt, /of 130 removed and 130 kept comments/)
    assert.match(learnt, /the higher score (?:9\d|100) times in 100, on the 52 newest/)
    assert.match(learnt, /It is in use\..*No comment is held for its score/s)

    const tried = (await asChief!.post('/desk/classifier/trial', { text: 'Filthy <b>liars</b>', language: 'en' })).text
    assert.match(tried, /Score: (?:[89]\d|100) of 100/)
    assert.match(tried, /Towards removal:.*<bdi>filthy<\/bdi> \(0\.\d\d\)/)
    assert.doesNotMatch(tried, /<b>liars/)

    const send = async (words: string) => asWriter!.send(await asWriter!.get('/en/ferry/comment'), { words })
    assert.match((await send('What a filthy liar you are')).location, /^\/c\/\d+\?/)
    const set = await asChief!.post('/desk/classifier', { from: '80', language: 'en', key: 's' })
    assert.match((await asChief!.get(set.location)).text, /Comments with a score of 80 or more wait/)
    const held = await send('Filthy liars, all of you')
    assert.match(held.location, /^\/c\/\d+\/held/)
    assert.match((await asWriter!.get(held.location)).text, /like ones removed earlier are reviewed before they appear/)
    assert.match((await asChief!.get(held.location)).text, /Resembles what was removed: \d+/)
    const id = Number(/\d+/.exec(held.location)![0]) as CommentId
    await until(async () => ((await openCaseOf(site.parley.store, id))?.score ?? 0) >= 800)
    assert.match((await send('Thank you for the fair report')).location, /^\/c\/\d+\?/)
    const wrong = await asChief!.post('/desk/classifier', { from: '101', language: 'en', key: 'w' })
    assert.equal(wrong.status, 422)
  })

/** Half of the comments are removed, one after the other, and the others stand between them. */
async function say(
  { parley }: Site,
  articleId: Parameters<typeof post>[1]['articleId'],
  by: Parameters<typeof post>[1]['by'],
  chief: NonNullable<Parameters<typeof decide>[1]['by']>,
) {
  const { store, tail, clock } = parley
  const posting = { articleId, under: ROOT, by, language: null, at: clock() } as const
  const words = (lines: readonly string[], n: number) => draftOf(`${lines[n % lines.length]} ${n}`)
  for (let n = 0; n < OF_EACH; n++) {
    const { value, seq } = await store.write(async (tx) => {
      await post(tx, { ...posting, draft: words(NICE, n) })
      return post(tx, { ...posting, draft: words(NASTY, n) })
    })
    await store.write((tx) =>
      decide(tx, { kind: 'remove', commentId: value.id, by: chief, at: clock(), ruleId: 1 as never }),
    )
    await tail.until(seq)
  }
}
