import assert from 'node:assert/strict'
import { test } from 'node:test'
import { editionIn, saveEdition } from '../../src/domain/articles/index.ts'
import { editionChanged } from '../../src/domain/discussion/index.ts'
import { addEntry, monthOf, sayOriginal, type TranslationTables, usedIn } from '../../src/domain/translation/index.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { crawl } from '../support/crawl.ts'
import { DATABASES } from '../support/databases.ts'
import { type Answers, engineServer } from '../support/engine-server.ts'
import { browserAt, formIn } from '../support/front-door.ts'
import { openSite, publish, type Site, visitor, withoutPace } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }
const WAITING = 'Паром сегодня не идёт, и мы ждём его 41 минуту.'
const RUSSIAN = `${WAITING}\n\nОб этом пишут @tern и Kotofey на https://ferry.example/den, набрав \`npm start\`.`
const PRICE = 'Билет на паром теперь стоит 12 евро, и это слишком дорого.'
const PLACE = [
  { language: languageFrom('ru')!, form: 'Ташкент', isLocked: true },
  { language: languageFrom('en')!, form: 'Tashkent', isLocked: true },
]
const DICTIONARY: readonly (readonly [string, string])[] = [
  [WAITING, 'The ferry does not leave today, and we wait 41 minutes for it.'],
  ['Об этом пишут', 'Of this write'],
  ['и это слишком дорого', 'and that is too much'],
  ['набрав', 'having typed'],
  ['Билет на паром теперь стоит 12 евро', 'A ticket for the ferry now costs 21 euros'],
  ['С этим я совершенно согласен', 'With this I wholly agree'],
  ['Мы подождём ещё немного', 'We shall wait a little longer'],
  [' и ', ' and '],
  [' на ', ' at '],
]

const translates: Answers = ({ body }) => {
  const { q } = JSON.parse(body) as { q: string[] }
  const said = (text: string) => DICTIONARY.reduce((all, [from, to]) => all.replaceAll(from, to), text)
  return { body: { translatedText: q.map(said) } }
}
const busy: Answers = () => ({ status: 503, body: { error: 'overloaded' } })

async function rowsIn({ parley }: Site): Promise<number[]> {
  const rows = parley.store.look<TranslationTables>().selectFrom('commentTranslation').select('commentId')
  return (await rows.orderBy('commentId').execute()).map(({ commentId }) => commentId)
}

for (const { name, open } of DATABASES)
  test(`on ${name}, comments are read in one's own language, and their translations go with their words`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    const server = ending.use(await engineServer(translates))
    const engine = { kind: 'libretranslate' as const, url: server.url, mostInAMonth: 3_000 }
    const site = ending.use(await openSite(database.url, { engine }))
    const articleId = await publish(site, ARTICLE)
    await withoutPace(site)
    const of = async (...who: Parameters<typeof visitor> extends [unknown, ...infer Rest] ? Rest : never) =>
      browserAt(site.url, (await visitor(site, ...who)).cookies)
    const [boris, kotofey, mo] = [await of('Boris'), await of('Kotofey'), await of('Mo', 'moderator')]
    const stranger = browserAt(site.url)
    let key = 0
    const post = async (by: typeof boris, words: string) => {
      const sent = await by.post(`/a/${articleId}/comments`, { language: 'en', key: `k${++key}`, words })
      return Number(/\/c\/(\d+)/.exec(sent.location)![1]!)
    }
    const at = (id: number) => `/c/${id}/translation?language=en`
    const translationOf = async (id: number) => (await stranger.get(at(id))).text

    await post(kotofey, 'I am here, and I read this, too.')
    const waiting = await post(boris, RUSSIAN)
    const shared = (await stranger.get('/en/ferry')).text
    assert.match(
      shared,
      new RegExp(`<a class="translate"[^>]*href="/c/${waiting}/translation\\?language=en">Translate</a>`),
    )
    assert.match(shared, /Translate all/)
    assert.doesNotMatch((await stranger.get('/ru/ferry')).text, new RegExp(`/c/${waiting}/translation`))

    const offered = await stranger.get(at(waiting))
    assert.equal(server.asked.length, 0, 'to look sends nothing')
    assert.equal((await stranger.send(offered, {})).status, 303)
    const read = await stranger.get(at(waiting))
    assert.match(read.text, /<div class="words" lang="en" dir="auto"><p>The ferry does not leave today, and we wait 41/)
    assert.match(read.text, /Of this write @tern and Kotofey at <a href="https:\/\/ferry\.example\/den"/)
    assert.match(read.text, /<code>npm start<\/code>/)
    assert.match(read.text, /Translated from Russian by LibreTranslate\./)
    assert.match(read.text, /Паром сегодня не идёт/, 'the original stands above')
    assert.match(read.headers.get('x-robots-tag')!, /noindex/)
    assert.match(read.headers.get('cache-control')!, /no-store/)
    for (const kept of ['tern', 'Kotofey', 'ferry.example', 'npm start', 'Boris'])
      assert.ok(!server.asked.some(({ body }) => body.includes(kept)), `${kept} left the house`)
    assert.doesNotMatch((await stranger.get('/en/ferry')).text, /does not leave today/, 'it is in no page for everyone')

    const quoting = await post(boris, `> ${WAITING}\n> — [Boris, 2](/c/${waiting})\n\nС этим я совершенно согласен.`)
    server.asked.length = 0
    const many = await Promise.all(
      Array.from({ length: 40 }, () => browserAt(site.url).post(`/c/${quoting}/translation`, { language: 'en' })),
    )
    assert.deepEqual([...new Set(many.map(({ status }) => status))], [303])
    assert.equal(server.asked.length, 1, 'forty at once are one question')
    assert.ok(!server.asked[0]!.body.includes('41'), 'a quotation is not translated by itself')
    const inTurn = await translationOf(quoting)
    assert.match(inTurn, /<blockquote class="quotation"><p lang="en" dir="auto">The ferry does not leave today, and we/)
    assert.match(inTurn, /With this I wholly agree/)

    const { person: editor } = await visitor(site, 'Edda', 'editor')
    await site.parley.store.write((tx) =>
      addEntry(tx, { kind: 'place', note: '', forms: PLACE, by: editor, at: site.parley.clock() }),
    )
    server.asked.length = 0
    await stranger.post(`/c/${waiting}/translation`, { language: 'en' })
    assert.equal(server.asked.length, 1, 'with another glossary it is translated anew')

    const inRussian = (await editionIn(site.parley.store, articleId, languageFrom('ru')!))!.id
    const inEnglish = (await editionIn(site.parley.store, articleId, languageFrom('en')!))!.id
    await site.parley.store.write(async (tx) => {
      const at = site.parley.clock()
      const words = {
        title: 'Паром',
        standfirst: '',
        pictureAlt: '',
        pictureCaption: '',
        words: 'Он отходит в девять.',
      }
      const place = { articleId, language: languageFrom('ru')!, slug: 'ferry', publishedAt: at }
      await saveEdition(tx, { ...place, ...words }, at, editionChanged)
      await sayOriginal(tx, { id: inEnglish, originalId: inRussian, by: editor, at })
    })
    const citing = await post(boris, '> Он отходит в девять.\n> — [Паром](/ru/ferry)\n\nМы подождём ещё немного.')
    await stranger.post(`/c/${citing}/translation`, { language: 'en' })
    const cited = (await translationOf(citing)).split('class="translation"')[1]!
    assert.match(cited, /<p lang="en" dir="auto">It leaves at nine\.<\/p>.*href="\/en\/ferry#/s)
    assert.match(cited, /As this article’s edition has it/)

    const price = await post(boris, PRICE)
    const asked = await stranger.post(`/c/${price}/translation`, { language: 'en' })
    assert.equal(asked.status, 303, asked.text.replace(/<[^>]*>/g, ' ').slice(-600))
    const bent = await translationOf(price)
    assert.match(bent, /<mark>12 евро<\/mark>|<mark>12<\/mark>/)
    assert.match(bent, /The translation by LibreTranslate did not keep 12/)
    assert.doesNotMatch(bent, /now costs/)

    const later = await post(boris, 'Мы подождём ещё немного.')
    server.answersWith(busy)
    const failed = await stranger.post(`/c/${later}/translation`, { language: 'en' })
    assert.equal(failed.status, 503)
    assert.match(failed.text, /It was not translated\. The engine is busy\./)
    server.answersWith(translates)
    const asJson = await stranger.post(
      `/a/${articleId}/translations`,
      { language: 'en', comments: `${later}.${waiting}.${quoting}` },
      { accept: 'application/json' },
    )
    const { translations } = JSON.parse(asJson.text) as { translations: { id: number; html: string }[] }
    assert.deepEqual(new Set(translations.map(({ id }) => id)), new Set([waiting, quoting, later]))
    assert.match(translations.find(({ id }) => id === later)!.html, /We shall wait a little longer/)
    const all = await stranger.get(`/a/${articleId}/translations?language=en`)
    for (const one of [/does not leave today/, /wholly agree/, /a little longer/]) assert.match(all.text, one)

    const edit = await boris.get(`/c/${later}/edit?language=en`)
    await boris.post(formIn(edit).action, { ...formIn(edit).fields, words: 'Мы подождём ещё немного!' })
    assert.deepEqual(await rowsIn(site), [waiting, quoting, citing, price])
    assert.doesNotMatch(await translationOf(later), /a little longer/)

    const removal = await mo.get(`/c/${waiting}/removal?language=en`)
    assert.match(removal.text, /Original beside translation/, 'whoever decides sees both')
    await mo.send(removal, { rule: '1', note: '' })
    assert.deepEqual(await rowsIn(site), [quoting, citing, price])
    assert.equal((await stranger.get(at(waiting))).status, 410)
    assert.equal((await stranger.post(`/c/${waiting}/translation`, { language: 'en' })).status, 410)
    const from = [at(quoting), `/a/${articleId}/translations?language=en`, '/en/ferry']
    const pages =
      name === 'SQLite'
        ? await crawl(browserAt(site.url), from)
        : await Promise.all(from.map((one) => stranger.get(one)))
    for (const { text, path } of pages) assert.doesNotMatch(text, /does not leave today/, path)

    const reading = await stranger.get('/en/account/reading')
    await stranger.post(formIn(reading).action, { ...formIn(reading).fields, languages: 'ru' })
    const nothing = (await stranger.get(`/a/${articleId}/translations?language=ru`)).text
    assert.match(nothing, /I am here, and I read this/, 'whoever reads Russian alone has English translated')
  })

for (const { name, open } of DATABASES)
  test(`on ${name}, what the engine is sent of comments stays under the month's limit, and a publication may keep comments to itself`, async () => {
    const database = await open()
    await using _ = { [Symbol.asyncDispose]: () => database.close() }
    await using server = await engineServer(translates)
    const engine = { kind: 'libretranslate' as const, url: server.url, mostInAMonth: 60 }
    {
      await using site = await openSite(database.url, { engine })
      const articleId = await publish(site, ARTICLE)
      const { cookies } = await visitor(site, 'Boris')
      const boris = browserAt(site.url, cookies)
      const sent = await boris.post(`/a/${articleId}/comments`, { language: 'en', words: RUSSIAN })
      assert.match(sent.location, /\/c\/1\b/)
      const refused = await boris.post('/c/1/translation', { language: 'en' })
      assert.equal(refused.status, 429)
      assert.match(refused.text, /This month’s characters are used up \(PARLEY_ENGINE_LIMIT\)\./)
    }
    await using site = await openSite(database.url, { engine, translatesComments: false })
    const stranger = browserAt(site.url)
    assert.doesNotMatch((await stranger.get('/en/ferry')).text, /\/translation/)
    assert.equal((await stranger.post('/c/1/translation', { language: 'en' })).status, 404)
    assert.equal(server.asked.length, 0)
  })

for (const { name, open } of DATABASES)
  test(`on ${name}, the month's limit holds for what all processes have under way at once, and what the engine turned away is given back`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    const server = ending.use(await engineServer(translates))
    const [room, most] = [7, 7 * WAITING.length + 5]
    const engine = { kind: 'libretranslate' as const, url: server.url, mostInAMonth: most }
    const sites = [ending.use(await openSite(database.url, { engine }))]
    if (name === 'PostgreSQL') sites.push(ending.use(await openSite(database.url, { engine })))
    const site = sites[0]!
    const articleId = await publish(site, ARTICLE)
    await withoutPace(site)
    const boris = browserAt(site.url, (await visitor(site, 'Boris')).cookies)
    for (let key = 0; key < 40; key++)
      await boris.post(`/a/${articleId}/comments`, { language: 'en', key: `${key}`, words: WAITING })
    const used = async () => (await usedIn(site.parley.store, monthOf(site.parley.clock()))).characters
    const askedAtOnce = async () => {
      const asked = Array.from({ length: 40 }, (_, n) =>
        browserAt(sites[n % sites.length]!.url).post(`/c/${n + 1}/translation`, { language: 'en' }),
      )
      return Map.groupBy(await Promise.all(asked), ({ status }) => status)
    }
    server.answersWith(busy)
    assert.ok((await askedAtOnce()).has(503))
    assert.equal(await used(), 0, 'nobody pays for what was turned away')
    server.asked.length = 0
    server.answersWith(translates)
    const answers = await askedAtOnce()
    assert.deepEqual([answers.get(303)?.length, answers.get(429)?.length], [room, 40 - room])
    assert.equal(server.asked.length, room)
    assert.equal(await used(), room * WAITING.length)
  })

for (const { name, open } of DATABASES.filter(({ name }) => name === 'PostgreSQL'))
  test(`on ${name}, two processes that are asked for the same comment at once ask the engine once, and count it once`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    const server = ending.use(await engineServer(translates))
    const engine = { kind: 'libretranslate' as const, url: server.url, mostInAMonth: 3_000 }
    const sites = [
      ending.use(await openSite(database.url, { engine })),
      ending.use(await openSite(database.url, { engine })),
    ] as const
    const articleId = await publish(sites[0], ARTICLE)
    const boris = browserAt(sites[0].url, (await visitor(sites[0], 'Boris')).cookies)
    for (const [key, words] of [WAITING, PRICE].entries())
      await boris.post(`/a/${articleId}/comments`, { language: 'en', key: `k${key}`, words })
    const asked = await Promise.all(
      Array.from({ length: 10 }, (_, at) => browserAt(sites[at % 2]!.url).post('/c/1/translation', { language: 'en' })),
    )
    assert.deepEqual([...new Set(asked.map(({ status }) => status))], [303])
    assert.equal(server.asked.length, 1)
    assert.equal((await usedIn(sites[1].parley.store, monthOf(sites[1].parley.clock()))).characters, WAITING.length)

    server.answersWith(busy)
    const failed = await browserAt(sites[0].url).post('/c/2/translation', { language: 'en' })
    assert.equal(failed.status, 503)
    server.answersWith(translates)
    const again = await browserAt(sites[1].url).post('/c/2/translation', { language: 'en' })
    assert.equal(again.status, 303, 'what went wrong is left to others at once')
  })
