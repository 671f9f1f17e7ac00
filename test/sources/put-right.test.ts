import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { CONCERNED } from '../../src/domain/reach/corrections/whom-it-concerns.ts'
import { type CorrectionId, claimsOf, correctionById } from '../../src/domain/sources/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'
import { wordsOf } from './desk-forms.ts'

const BRIDGE = 'The bridge [is closed on Sunday]{claim closed}. It [has two lanes]{claim lanes}.'
const MARKET = 'Nobody comes, for [the bridge is closed]{claim way}.'

for (const { name, open } of DATABASES) {
  describe(`on ${name}`, () => {
    test('what was put right says so wherever it is cited, and those whom it concerns are told', async () => {
      await using s = await stage(open)
      const { editor, reader, site, closed, way } = s
      const relating = { language: 'en', edition: s.marketEdition, type: 'repeats', to: '' }
      const nowhere = await editor.post(`/desk/claims/${way}/relations`, { ...relating, elsewhere: '/en/bridge#s-9' })
      assert.deepEqual([nowhere.status, /No claim that readers see/.test(nowhere.text)], [422, true])
      assert.match(nowhere.text, /value="\/en\/bridge#s-9"/)
      const elsewhere = `${site.url}/en/bridge#s-1`
      assert.equal((await editor.post(`/desk/claims/${way}/relations`, { ...relating, elsewhere })).status, 303)

      const market = async () => (await reader.get('/en/market')).text
      assert.match(
        await market(),
        /repeats<\/span> <bdi>is closed on Sunday<\/bdi> <span class="told">in <a href="\/en\/bridge#s-1"[^>]*><bdi>The bridge<\/bdi><\/a><\/span><\/li>/,
      )

      const at = `/desk/articles/${s.bridgeId}/corrections`
      const { text: form } = await editor.get(`${at}?language=en&claim=${closed}`)
      assert.match(form, new RegExp(`<option value="${closed}" selected>is closed on Sunday</option>`))
      const [edition] = [...form.matchAll(/name="editions" value="(\d+)"/g)].map(([, id]) => id!)
      const correction = { language: 'en', weight: 'correction', editions: edition!, key: 'c', claim: String(closed) }
      const wrong = { wrong: 'The bridge is closed on Sunday.', right: 'It is closed on Monday.' }
      assert.equal((await editor.post(at, { ...correction, ...wrong, claim: String(way), key: 'd' })).status, 422)
      assert.equal((await editor.post(at, { ...correction, ...wrong })).status, 303)
      assert.match(await market(), /<\/span> <span class="tag">corrected<\/span><\/li>/)
      assert.match((await reader.get('/en/bridge')).text, /<a href="#correction-\d+">Corrected on /)

      await site.found()
      const isTold = async ({ cookies }: { cookies: string }) =>
        /was corrected/.test((await browserAt(site.url, cookies).get('/notices?language=en')).text)
      assert.equal(await isTold(s.following), true, 'who follows an article that cites it')
      assert.equal(await isTold(s.quoting), true)
      assert.equal(await isTold(s.absent), false)
      const editions = await correctionById(site.parley.store, 1 as CorrectionId)
      const { people } = await CONCERNED.quoters(site.parley.store, { articleId: s.bridgeId, editions }, 0)
      assert.deepEqual(people, [s.quoting.person.id], 'who quoted the passage, and not who quoted another')

      const said = { language: 'en', kind: 'fact', status: 'refuted', gist: '', note: 'It was a Monday.' }
      assert.equal((await editor.post(`/desk/claims/${closed}`, said)).status, 303)
      assert.match(await market(), /<span class="tag">refuted<\/span><\/li>/)
      const told = JSON.parse((await reader.get('/en/market.sources.json')).text)
      assert.deepEqual(told.claims[0].relations, [
        { type: 'repeats', direction: 'to', status: 'refuted', gist: 'is closed on Sunday', url: elsewhere },
      ])
      const writing = wordsOf((await editor.get(`/desk/editions/${s.marketEdition}?language=en`)).text)
      assert.match(
        writing,
        /stands or falls with a claim that was refuted, retracted or corrected: is closed on Sunday/,
      )
      assert.match(
        (await editor.get(`/desk/editions/${s.marketEdition}?language=en`)).text,
        /\/corrections\?language=en"/,
      )
    })
  })
}

async function stage(open: (typeof DATABASES)[number]['open']) {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url))
  const bridgeId = await publish(site, { slug: 'bridge', title: 'The bridge', words: BRIDGE })
  const marketId = await publish(site, { slug: 'market', title: 'The market', words: MARKET })
  const { store } = site.parley
  const claims = [...(await claimsOf(store, bridgeId)), ...(await claimsOf(store, marketId))]
  const numberOf = (key: string) => claims.find((claim) => claim.key === key)!.id
  const [eddy, ...readers] = [await visitor(site, 'Eddy', 'editor'), await visitor(site, 'Ada')]
  const [quoting, quotingOther] = [await visitor(site, 'Quinn'), await visitor(site, 'Olga')]
  const following = await visitor(site, 'Flora')
  await say(site, quoting.person, bridgeId, '> is closed on Sunday\n> — [The bridge](/en/bridge)\n\nSo I heard.')
  await say(site, quotingOther.person, bridgeId, '> has two lanes\n> — [The bridge](/en/bridge)\n\nIt has three.')
  const follow = { language: 'en', on: '1', key: 'f' }
  await browserAt(site.url, following.cookies).post(`/a/${marketId}/follow`, follow)
  const editor = browserAt(site.url, eddy.cookies)
  const list = (await editor.get('/desk/articles?language=en&written=en')).text
  const marketEdition = /\/desk\/editions\/(\d+)\?[^"]*"[^>]*>[^<]*The market/.exec(list)![1]!
  const moved = ending.move()
  return {
    site,
    editor,
    reader: browserAt(site.url, readers[0]!.cookies),
    bridgeId,
    closed: numberOf('closed'),
    way: numberOf('way'),
    marketEdition,
    quoting,
    absent: readers[0]!,
    following,
    [Symbol.asyncDispose]: () => moved.disposeAsync(),
  }
}
