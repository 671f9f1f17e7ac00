import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { importDone } from '../../src/domain/articles/index.ts'
import { commentEdited, follows, ROOT, react } from '../../src/domain/discussion/index.ts'
import { removeOwn } from '../../src/domain/moderation/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { type Batch, openLine } from '../support/live-line.ts'
import { quoteOften } from '../support/quoting-often.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

for (const { name, open } of DATABASES) {
  describe(`${name}: what open pages are told`, () => {
    test('a stream says something at once, then each change with its number', async () => {
      await using s = await setUp()
      await using line = await openLine(s.stream(s.ferry))
      assert.equal(line.headers.get('transfer-encoding'), null)
      assert.equal(line.headers.get('cache-control'), 'no-store')
      const comment = await say(s.site, s.ada.person, s.ferry, 'One.')
      const batch = await line.next()
      assert.deepEqual(idsIn(batch), [comment.id])
      assert.equal(batch.seq, s.site.parley.tail.seq)
      assert.equal(batch.count, '1 comment')
    })

    test('one stream carries several discussions, each in its language and from its number', async () => {
      await using s = await setUp()
      const since = s.site.parley.tail.seq
      const one = await say(s.site, s.ada.person, s.ferry, 'One.')
      const two = await say(s.site, s.ada.person, s.tram, 'Two.')
      await using line = await openLine(`${s.stream(s.ferry, since)}&article=${s.tram}&language=ru&since=${since}`)
      const batches = [await line.next(), await line.next()].toSorted((a, b) => a.article - b.article)
      assert.deepEqual(batches.map(idsIn), [[one.id], [two.id]])
      assert.deepEqual(
        batches.map(({ language }) => language),
        ['en', 'ru'],
      )
      const three = await say(s.site, s.ada.person, s.tram, 'Three.')
      assert.deepEqual(idsIn(await line.next()), [three.id])
    })

    test('a stream that was cut goes on where it ended, by its own numbers or by Last-Event-ID', async () => {
      await using s = await setUp()
      const since = s.site.parley.tail.seq
      const said = []
      for (const words of ['One.', 'Two.', 'Three.']) said.push(await say(s.site, s.ada.person, s.ferry, words))
      await using first = await openLine(s.stream(s.ferry, since))
      const missed = await first.next()
      assert.deepEqual(
        idsIn(missed),
        said.map(({ id }) => id),
      )
      const four = await say(s.site, s.ada.person, s.ferry, 'Four.')
      await using second = await openLine(s.stream(s.ferry, since), { 'last-event-id': String(missed.seq) })
      assert.deepEqual(idsIn(await second.next()), [four.id])
    })

    test('whoever asks instead gets the same, in bounded parts, and nothing when nothing moved', async () => {
      await using s = await setUp()
      const since = s.site.parley.tail.seq
      const said: number[] = []
      for (let n = 0; n < 120; n++) said.push((await say(s.site, s.ada.person, s.ferry, `Comment ${n}`)).id)
      const first = await asked(s.question(s.ferry, since))
      assert.equal(first.more, true)
      const second = await asked(s.question(s.ferry, first.seq))
      assert.equal(second.more, false)
      assert.deepEqual([...idsIn(first), ...idsIn(second)], said)
      await using line = await openLine(s.stream(s.ferry, since))
      assert.deepEqual(await line.next(), first)
      const quiet = await asked(s.question(s.ferry, second.seq))
      assert.deepEqual([quiet.changes, quiet.more, quiet.seq], [[], false, s.site.parley.tail.seq])
    })

    test('a stream tells a bounded part of what was missed, and ends for whoever lacks more to come back for the rest', async () => {
      await using s = await setUp()
      const { store, tail } = s.site.parley
      const { id } = await say(s.site, s.ada.person, s.ferry, 'Often changed.')
      const since = tail.seq
      const { seq } = await store.write(async (tx) => {
        for (let n = 0; n < 2_050; n++) tx.note(commentEdited, { about: id, articleId: s.ferry, at: 1 })
      })
      await tail.until(seq)
      const told: Batch[] = []
      await using line = await openLine(s.stream(s.ferry, since))
      await assert.rejects(async () => {
        for (let n = 0; n <= 20; n++) told.push(await line.next())
      }, /has ended/)
      assert.equal(told.length, 20)
      await using rest = await openLine(s.stream(s.ferry, told.at(-1)!.seq))
      assert.equal((await rest.next()).seq, seq)
    })

    test('reactions to a comment come together, not one by one', async () => {
      await using s = await setUp()
      const comment = await say(s.site, s.ada.person, s.ferry, 'Well said.')
      const { person: by } = await visitor(s.site, 'Bob')
      await using line = await openLine(s.stream(s.ferry, s.site.parley.tail.seq))
      const start = performance.now()
      for (let n = 0; n < 15; n++)
        await s.write((tx) => react(tx, { id: comment.id, by, kind: 'agree', on: n % 2 === 0, at: n }))
      const batches: Batch[] = []
      do batches.push(await line.next())
      while (batches.at(-1)!.seq < s.site.parley.tail.seq)
      const seconds = (performance.now() - start) / 1_000
      assert.ok(batches.length <= 1 + seconds, `${batches.length} batches for fifteen acts in ${seconds} s`)
      assert.match(batches.at(-1)!.changes[0]!.html, /data-kind="agree">[^<]*1</)
    })

    test('what comes quickly is told together, in order and without loss', async () => {
      await using s = await setUp()
      await using line = await openLine(s.stream(s.ferry))
      const said: number[] = []
      for (let n = 0; n < 40; n++) said.push((await say(s.site, s.ada.person, s.ferry, `Comment ${n}`)).id)
      const heard: number[] = []
      let batches = 0
      while (heard.length < said.length) {
        heard.push(...idsIn(await line.next()))
        batches++
      }
      assert.deepEqual(heard, said)
      assert.ok(batches < 40, `${batches} batches`)
    })

    test('a signed-in person hears that there is a notice, also just before, and nothing of what', async () => {
      await using s = await setUp()
      const bob = await visitor(s.site, 'Bob')
      const comment = await say(s.site, s.ada.person, s.ferry, 'One.')
      await using line = await openLine(`${s.site.url}/live?notices=1`, { cookie: s.ada.cookies })
      await using other = await openLine(`${s.stream(s.ferry)}&notices=1`, { cookie: bob.cookies })
      await say(s.site, bob.person, s.ferry, 'An answer.', comment.id)
      await line.until('notices')
      await using later = await openLine(`${s.site.url}/live?notices=1`, { cookie: s.ada.cookies })
      await later.until('notices')
      await say(s.site, s.ada.person, s.tram, 'Elsewhere.')
      await other.next()
      assert.deepEqual(
        [line.kinds(), other.kinds()],
        [
          ['hello', 'notices'],
          ['hello', 'changes'],
        ],
      )
    })

    test('a stream that outlives its session says nothing more of who opened it, and tells on what anyone may read', async () => {
      await using s = await setUp()
      const [bob, cy] = [await visitor(s.site, 'Bob'), await visitor(s.site, 'Cy')]
      const following = { personId: bob.person.id, articleId: s.ferry, commentId: ROOT } as const
      await s.write((tx) => follows.mark(tx, following, 1))
      const comment = await say(s.site, s.ada.person, s.ferry, 'One.')
      await using told = await openLine(`${s.site.url}/live?notices=1`, { cookie: bob.cookies })
      await told.until('notices')
      await using left = await openLine(`${s.stream(s.ferry)}&notices=1`, { cookie: s.ada.cookies })
      assert.equal((await browserAt(s.site.url, s.ada.cookies).post('/sign-out', {})).status, 200)
      await say(s.site, cy.person, s.ferry, 'An answer to Ada, whom Bob follows.', comment.id)
      await left.next()
      await told.until('notices')
      await say(s.site, cy.person, s.ferry, 'Another.', comment.id)
      await left.next()
      assert.deepEqual(left.kinds(), ['hello', 'changes', 'changes'])
    })

    test('whoever comes with a number that the journal has not reached is told to begin anew, and hears what follows', async () => {
      await using s = await setUp()
      const { seq } = s.site.parley.tail
      await using line = await openLine(s.stream(s.ferry, seq + 9))
      const told = await line.next()
      assert.deepEqual([told.seq, told.reset], [seq, true])
      assert.deepEqual(await asked(s.question(s.ferry, seq + 9)), told)
      const comment = await say(s.site, s.ada.person, s.ferry, 'One.')
      assert.deepEqual(idsIn(await line.next()), [comment.id])
    })

    test('when everything is brought in anew, streams end, and each page is told, of articles that are gone too', async () => {
      await using s = await setUp()
      const { seq } = s.site.parley.tail
      await using line = await openLine(s.stream(s.ferry, seq))
      const arrival = await s.write(async (tx) => tx.note(importDone, { at: 1 }))
      await assert.rejects(line.next(), /has ended/)
      for (const article of [s.ferry, 99]) {
        await using again = await openLine(s.stream(article, seq))
        const told = await again.next()
        assert.deepEqual([told.seq, told.reset], [arrival.seq, true])
        assert.deepEqual(await asked(s.question(article, seq)), told)
      }
    })

    test('those who quote removed words are told of one by one, and beyond a hundred all at once', async () => {
      await using s = await setUp()
      for (const count of [100, 101]) {
        const quoted = await say(s.site, s.ada.person, s.ferry, 'A secret word stands here.')
        await quoteOften(s.site, s.ada.person, quoted, count)
        const since = s.site.parley.tail.seq
        const { seq } = await s.write((tx) => removeOwn(tx, { id: quoted.id, by: s.ada.person, at: 9 }))
        await s.site.parley.tail.until(seq)
        const first = await asked(s.question(s.ferry, since))
        const rest = first.more && (await asked(s.question(s.ferry, first.seq)))
        assert.equal((rest || first).quotations, count > 100 || undefined)
        assert.equal(new Set([...idsIn(first), ...(rest ? idsIn(rest) : [])]).size, count > 100 ? 1 : 101)
      }
    })

    test('what is told of a comment says how it is named by those who answer it', async () => {
      await using s = await setUp()
      await using line = await openLine(s.stream(s.ferry))
      const { id } = await say(s.site, s.ada.person, s.ferry, 'One.')
      assert.equal((await line.next()).changes[0]!.name, 'Ada')
      await s.write((tx) => removeOwn(tx, { id, by: s.ada.person, at: 9 }))
      assert.equal((await line.next()).changes[0]!.name, 'removed')
    })

    test('a stream of nothing, of an article that is not there, or of too many is refused; one that is not there keeps no other back', async () => {
      await using s = await setUp()
      const statusOf = async (path: string) => (await fetch(s.site.url + path)).status
      assert.equal(await statusOf('/live'), 404)
      assert.equal(await statusOf('/live?notices=1'), 404)
      assert.equal(await statusOf('/live?article=99&language=en'), 404)
      assert.equal(await statusOf('/live/changes'), 404)
      assert.equal(await statusOf('/live/changes?article=99&language=en&since=0'), 404)
      const nine = Array.from({ length: 9 }, () => `article=${s.ferry}`).join('&')
      const refused = await fetch(`${s.site.url}/live?${nine}`)
      assert.equal(refused.status, 422)
      assert.match(await refused.text(), /at most 8 discussions/)
      await using line = await openLine(`${s.site.url}/live?article=99&article=${s.ferry}`)
      await say(s.site, s.ada.person, s.ferry, 'One.')
      assert.equal((await line.next()).article, s.ferry)
      const head = await fetch(s.stream(s.ferry), { method: 'HEAD' })
      assert.equal(head.status, 200)
    })
  })

  async function setUp() {
    const ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    const site = ending.use(await openSite(database.url))
    const ferry = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const tram = await publish(site, { slug: 'tram', title: 'The tram', words: 'It leaves at ten.' })
    const at = (path: string) => (articleId: number, since?: number) =>
      `${site.url}${path}?article=${articleId}&language=en${since === undefined ? '' : `&since=${since}`}`
    return {
      site,
      ferry,
      tram,
      ada: await visitor(site, 'Ada'),
      stream: at('/live'),
      question: at('/live/changes'),
      write: site.parley.store.write.bind(site.parley.store),
      [Symbol.asyncDispose]: () => ending.disposeAsync(),
    }
  }
}

function idsIn({ changes }: Batch): number[] {
  return changes.map(({ id }) => id)
}

async function asked(url: string): Promise<Batch> {
  return (await fetch(url)).json() as Promise<Batch>
}
