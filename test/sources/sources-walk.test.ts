import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { describe, test } from 'node:test'
import type { EditionId } from '../../src/domain/articles/index.ts'
import { chainShown, factsOf } from '../../src/domain/sources/index.ts'
import type { SourceTables } from '../../src/domain/sources/tables.ts'
import { importPage } from '../../src/exchange/page/index.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { reading, sharedFile } from '../support/shared.ts'
import { openSite, publish, type Site, visitor } from '../support/site.ts'
import { deskOf, wordsOf } from './desk-forms.ts'

const REVIEW = 'captures/review-page.txt'
const en = languageFrom('en')!
const WORDS =
  'The bridge is closed on Sunday, says the mayor: “We never asked for it.”\n\nThe harbour says that it is open.'

for (const { name, open } of DATABASES) {
  describe(`on ${name}`, () => {
    test('a claim is marked, sourced, disputed and shown; a reader proposes a source and is thanked; what loses its mark is an orphan', async () => {
      await using s = await stage(open)
      const { editor, reader, desk, site } = s
      assert.doesNotMatch((await reader.get('/en/bridge')).text, /class="chains"/)
      const closed = await desk.claim(
        'closed',
        'is closed on Sunday',
        [
          {
            who: '',
            anonymity: 'unnamed',
            descriptor: 'somebody in the town hall',
            relation: 'told',
            saidOn: '2026-10',
          },
          {
            who: 'Courier',
            url: 'https://courier.example/bridge',
            title: 'Bridge closed',
            saidOn: '2026-10-12',
            seen: '1',
          },
        ],
        { gist: 'The bridge is closed on Sunday.' },
      )
      const open2 = await desk.claim('open', 'it is open', [
        { who: 'Harbour office', whoKind: 'org', relation: 'said' },
      ])
      await desk.quote('mayor', '“We never asked for it.”', {
        speaker: 'Ada Grey',
        original: 'Мы об этом не просили.',
        originalLanguage: 'ru',
        renderedBy: 'human',
      })
      await desk.relate(open2, 'contests', closed)
      assert.doesNotMatch(
        (await reader.get('/en/bridge')).text,
        /class="chains"/,
        'what is not published is seen by nobody',
      )
      const writing = wordsOf((await editor.get('/desk/editions/1?language=en')).text)
      assert.match(writing, /A step without a date: Harbour office/)
      await desk.publish()

      const { text } = await reader.get('/en/bridge')
      assert.match(
        text,
        /<span class="claimed" id="m-1">is closed on Sunday<\/span><sup class="note source"><a href="#s-1"/,
      )
      const shown = wordsOf(text.slice(text.indexOf('class="contested"')))
      assert.match(shown, /somebody in the town hall told it · Oct(?:ober)? 2026/)
      assert.match(shown, /Courier Bridge closed published it · 12 Oct 2026 · read by us/)
      assert.match(shown, /Ada Grey ?· our translation Original wording, Russian Мы об этом не просили\./)
      assert.match(wordsOf(text), /Independent roots 2 Unnamed 1 of 2 Disputed claims 1/)
      assert.match(
        shown,
        /The bridge is closed on Sunday\. disputed somebody in the town hall → Courier Harbour office : it is open/,
      )

      const drawn = await reader.get('/en/bridge/sources')
      assert.match(drawn.text, /<svg class="chain-drawing"[^>]*role="img"[\s\S]*<path class="link disputed"/)
      assert.equal((await reader.get('/en/bridge/sources')).headers.get('etag'), drawn.headers.get('etag'))
      const told = JSON.parse((await reader.get('/en/bridge.sources.json')).text)
      assert.deepEqual(told.facts, { claims: 2, outlets: 1, roots: 2, unnamed: 1, contested: 1, unsourced: 0 })
      assert.deepEqual(told.claims[0].anchors, [
        {
          type: 'TextQuoteSelector',
          exact: 'is closed on Sunday',
          prefix: 'The bridge ',
          suffix: ', says the mayor: “We never aske',
        },
      ])
      const jsonLd = JSON.parse(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/.exec(text)![1]!)
      assert.equal(jsonLd.mentions[0].text, 'The bridge is closed on Sunday.')
      assert.equal(jsonLd.hasPart[0].translationOfWork.text, 'Мы об этом не просили.')
      assert.ok(jsonLd.citation.some(({ url }: { url: string }) => url === 'https://courier.example/bridge'))

      const quoting = await reader.get('/en/bridge/comment?claim=closed')
      assert.match(quoting.text, /&gt; is closed on Sunday\n&gt; — \[The bridge\]\(\/en\/bridge\)/)
      await reader.send(quoting, {})
      assert.match(wordsOf((await reader.get('/en/bridge')).text), /Discussed in 1 Quote in the discussion/)

      const proposing = await reader.get(`/claims/${closed}/proposal?language=en`)
      assert.equal((await reader.send(proposing, { url: 'nothing', words: 'It says so.' })).status, 422)
      await reader.send(proposing, { url: 'https://gazette.example/1', words: 'It says so, a day before.' })
      assert.match(
        wordsOf((await editor.get('/desk/proposals?language=en')).text),
        /The bridge is closed on Sunday\. · The bridge https:\/\/gazette\.example\/1 · Reader It says so/,
      )
      const { text: page } = await editor.get(`/desk/claims/${closed}?language=en&edition=1`)
      const take = /href="([^"]*proposal=\d+)#add-step"/.exec(page)![1]!.replaceAll('&amp;', '&')
      await desk.sendForm(await editor.get(take), `/desk/claims/${closed}/hops`, {
        who: 'Gazette',
        url: 'https://gazette.example/1',
        position: '1',
        saidOn: '2026-10-11',
        relation: 'published',
        anonymity: 'named',
      })
      assert.match(
        wordsOf((await reader.get('/en/bridge')).text),
        /Gazette gazette\.example published it · 11 Oct 2026 · as cited by others Thanks to Reader for this source\. Courier/,
      )
      assert.match(wordsOf((await editor.get('/desk/proposals?language=en')).text), /Nothing waits/)

      const form = await editor.get('/desk/editions/1?language=en')
      await editor.send(form, { words: WORDS.replace('closed', 'shut') })
      const lost = wordsOf((await editor.get(`${desk.claims}?language=en`)).text)
      assert.match(lost, /A marked passage is gone from the text: is closed on Sunday \{claim closed\}/)
      assert.match(lost, /A passage has lost its mark, and its words still stand: it is open/)
      await desk.publish()
      assert.doesNotMatch((await reader.get('/en/bridge')).text, /class="chains"|claimed/)
      assert.equal((await reader.get('/en/bridge.sources.json')).status, 404)
      await site.found()
    })

    test('many who say something of one claim at once are answered one by one', async () => {
      await using s = await stage(open)
      const { editor, reader, desk } = s
      const id = await desk.claim('closed', 'is closed on Sunday', [{ who: 'Courier' }])
      await desk.publish()
      const at = `/desk/claims/${id}`
      const fields = { language: 'en', edition: '1', relation: 'published', anonymity: 'named' }
      const adding = Array.from({ length: 12 }, (_, of) =>
        editor.post(`${at}/hops`, { ...fields, who: `Paper ${of % 4}`, key: `k${of}` }),
      )
      const others = Array.from({ length: 6 }, (_, of) => [
        editor.post(at, {
          language: 'en',
          edition: '1',
          kind: 'fact',
          status: 'reported',
          gist: `Gist ${of}`,
          note: '',
        }),
        reader.post(`/claims/${id}/proposal`, {
          language: 'en',
          url: `https://paper.example/${of % 2}`,
          words: 'It says so.',
        }),
        desk.publish(),
      ])
      const answers = await Promise.all([...adding, ...others.flat()])
      assert.deepEqual(new Set(answers.map((answer) => answer?.status ?? 303)), new Set([303]))
      const { text } = await editor.get(`${at}?language=en&edition=1`)
      assert.equal(text.match(/id="hop-\d+-who"/g)?.length, 13)
      assert.equal((await editor.get('/desk/proposals?language=en')).text.match(/paper\.example/g)?.length, 4)
    })

    test('a captured page is worked into a sourced review by the desk’s own forms', reading(REVIEW), async () => {
      await using s = await stage(open, async ({ parley }) => {
        const bytes = readFileSync(sharedFile(REVIEW)!)
        await importPage({ store: parley.store, bytes, at: parley.clock(), language: en, zone: 'Europe/Moscow' })
      })
      const { reader, desk, site, editionId, slug } = s
      const ria = { who: 'RIA Novosti', language: 'ru', hopLanguage: 'ru', saidOn: '2014-10' }
      const vzglyad = { who: 'Vzglyad', hopLanguage: 'ru', saidOn: '2014-09' }
      const unnamed = {
        who: '',
        anonymity: 'unnamed',
        descriptor: 'an unnamed source in the law enforcement bodies of Uzbekistan',
        relation: 'told',
        hopLanguage: 'ru',
        saidOn: '2014-10',
      }
      const experts = { who: '', anonymity: 'unnamed', descriptor: 'experts', relation: 'said' }
      const joined = await desk.claim('joined', 'announced his organization’s joining the IG fighters', [
        unnamed,
        { ...ria, relation: 'quoted' },
      ])
      await desk.claim('recruiting', 'the IMU has stepped up recruitment and training of militants', [
        unnamed,
        { ...ria, relation: 'cited' },
      ])
      await desk.claim('flag', 'unknown persons hung the flag of the Islamic State', [{ ...vzglyad }])
      await desk.claim('no-result', 'the organizers of the rally did not achieve any results', [
        { who: 'Ministry of Internal Affairs of Uzbekistan', whoKind: 'org', relation: 'said' },
        { ...vzglyad, relation: 'cited' },
      ])
      const threat = await desk.claim(
        'threat',
        'not only Uzbekistan is at risk',
        [
          { ...experts, descriptor: 'experts on Islam' },
          { ...vzglyad, relation: 'cited' },
        ],
        { kind: 'opinion', status: 'reported' },
      )
      await desk.claim(
        'flank',
        'the activity of the Uzbek Islamists and the Taliban near the Turkmen border is increasing',
        [
          { who: 'Turkmen secret services', whoKind: 'org', relation: 'said' },
          { who: 'Megapolis', relation: 'published', saidOn: '2014-10-13' },
          { who: 'Interfax-Kazakhstan', relation: 'cited' },
        ],
      )
      const weak = await desk.claim(
        'weak',
        'because of its own weakness',
        [experts, { who: 'Interfax-Religion', relation: 'cited' }],
        { kind: 'opinion', status: 'reported' },
      )
      const five = await desk.claim('five-thousand', 'the number of IMU fighters is about five thousand people', [
        { who: 'National Security Council of Uzbekistan', whoKind: 'org', relation: 'said' },
        { who: 'Interfax-Religion', relation: 'cited' },
      ])
      const babajanov = { who: 'Bakhtiyar Babajanov', whoKind: 'person', relation: 'said' }
      const hardly = await desk.claim(
        'hardly',
        'the IMU is hardly seriously dangerous for Uzbekistan',
        [babajanov, { ...vzglyad, relation: 'quoted' }],
        { kind: 'opinion', status: 'reported' },
      )
      await desk.claim('chechnya', 'part of the IMU militants in the 90s fought in Chechnya', [
        babajanov,
        { ...vzglyad, relation: 'quoted' },
      ])
      await desk.quote('malikov', 'Kyrgyzstan may face destabilization', {
        speaker: 'Kadyr Malikov',
        speakerKind: 'person',
        renderedBy: 'machine',
        originalLanguage: 'ru',
      })
      await desk.relate(weak, 'contests', joined)
      await desk.relate(hardly, 'contests', threat)
      await desk.relate(five, 'contests', hardly)
      await desk.publish()

      const chain = await chainShown(site.parley.store, { articleId: s.reviewId!, editionId, language: en })
      const facts = factsOf(chain)
      assert.deepEqual(facts, { claims: 10, outlets: 5, roots: 8, unnamed: 3, contested: 3, unsourced: 0 })
      const { text } = await reader.get(`/en/${slug}`)
      const said = wordsOf(text)
      assert.match(said, /Independent roots 8 Unnamed 3 of 8 Disputed claims 3/)
      assert.match(
        said,
        /an unnamed source in the law enforcement bodies of Uzbekistan told it · Russian · Oct(?:ober)? 2014 RIA Novosti quoted it/,
      )
      assert.match(
        said,
        /Turkmen secret services said it Megapolis published it · 13 Oct 2014 Interfax-Kazakhstan cited it this review/,
      )
      assert.match(
        said,
        /What is disputed What is said Who says so Who disputes it announced his organization’s joining the IG fighters disputed an unnamed source[^.]*→ RIA Novosti experts → Interfax-Religion : because of its own weakness/,
      )
      assert.match(
        said,
        /not only Uzbekistan is at risk opinion disputed experts on Islam → Vzglyad Bakhtiyar Babajanov → Vzglyad : the IMU is hardly/,
      )
      assert.match(said, /Kadyr Malikov ?· machine translation/)
      assert.match((await reader.get(`/en/${slug}/sources`)).text, /chain-drawing/)
      const { outlets, parties } = await cited(site)
      const interfax = wordsOf((await reader.get(`/en/outlets/${outlets.get('Interfax-Religion')}`)).text)
      assert.match(interfax, /2 claims came this way; 0 began here, 0 were refuted/)
      const babajanovs = wordsOf((await reader.get(`/en/parties/${parties.get('Bakhtiyar Babajanov')}`)).text)
      assert.match(babajanovs, /2 claims came this way; 2 began here, 0 were refuted/)
      assert.match(babajanovs, /the IMU is hardly seriously dangerous for Uzbekistan began here · /)
    })
  })
}

/** Under which keys outlets and parties have their pages, by name. */
async function cited({ parley: { store } }: Site) {
  const db = store.look<SourceTables>()
  const outlets = await db
    .selectFrom('outletWords')
    .innerJoin('outlet', 'outlet.id', 'outletId')
    .select(['name', 'key'])
    .execute()
  const parties = await db
    .selectFrom('partyWords')
    .innerJoin('party', 'party.id', 'partyId')
    .select(['name', 'key'])
    .execute()
  const byName = (rows: { name: string; key: string }[]) => new Map(rows.map(({ name, key }) => [name, key]))
  return { outlets: byName(outlets), parties: byName(parties) }
}

async function stage(
  open: (typeof DATABASES)[number]['open'],
  fill?: (site: Awaited<ReturnType<typeof openSite>>) => Promise<unknown>,
) {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url))
  await publish(site, { slug: 'bridge', title: 'The bridge', words: WORDS })
  await fill?.(site)
  const [eddy, ada] = [await visitor(site, 'Eddy', 'editor'), await visitor(site, 'Reader')]
  const [editor, reader] = [browserAt(site.url, eddy.cookies), browserAt(site.url, ada.cookies)]
  const list = await editor.get('/desk/articles?language=en')
  const found = fill ? /href="\/desk\/editions\/(\d+)\?[^"]*"[^>]*>[^<]*Islamic State/.exec(list.text)?.[1] : '1'
  const editionId = Number(found)
  const written = fill ? await editor.get(`/desk/editions/${editionId}?language=en`) : undefined
  const slug = written ? /name="slug"[^>]*value="([^"]*)"/.exec(written.text)![1]! : 'bridge'
  const reviewId = written ? Number(/\/desk\/articles\/(\d+)\/editions/.exec(written.text)?.[1] ?? 2) : undefined
  const desk = deskOf(editor, editionId)
  const moved = ending.move()
  return {
    site,
    editor,
    reader,
    desk,
    editionId: editionId as EditionId,
    slug,
    reviewId: reviewId as never,
    [Symbol.asyncDispose]: () => moved.disposeAsync(),
  }
}
