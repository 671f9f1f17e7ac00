import assert from 'node:assert/strict'
import { test } from 'node:test'
import { saveArticle, saveEdition } from '../../src/domain/articles/index.ts'
import { editionChanged } from '../../src/domain/discussion/index.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { DATABASES } from '../support/databases.ts'
import { type Answers, engineServer } from '../support/engine-server.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const en = languageFrom('en')!
const PRICE = { perMillion: 20, currency: 'EUR' }
const PARAGRAPHS = Array.from({ length: 25 }, (_, n) => `The ferry of day ${n + 1} leaves, says @heron on the quay.`)

const translated: Answers = ({ body }) => {
  const { q } = JSON.parse(body) as { q: string[] }
  return {
    body: {
      translatedText: q.map((text) =>
        text
          .replace('The ferry of day', 'Паром уходит в день')
          .replace('leaves, says', 'сказала')
          .replace('on the quay', 'на причале'),
      ),
    },
  }
}
const busy: Answers = () => ({ status: 503, body: { error: 'overloaded' } })

for (const { name, open } of DATABASES)
  test(`on ${name}, an edition is drafted by the engine, goes on after a failure where it broke, and stays under the month's limit`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    const server = ending.use(await engineServer(translated))
    const engine = { kind: 'libretranslate' as const, url: server.url, mostInAMonth: 2_000, price: PRICE, budget: 0.05 }
    const site = ending.use(await openSite(database.url, { engine }))
    const { store, tail, clock } = site.parley
    await publish(site, { slug: 'bridge', title: 'The bridge', words: 'It is open.' })
    const written = await store.write(async (tx) => {
      const at = clock()
      const { id: articleId } = await saveArticle(
        tx,
        { key: 'ferry', sectionId: null, pictureId: null, publishedAt: at },
        at,
      )
      const words = {
        title: 'The ferry',
        standfirst: '',
        pictureAlt: '',
        pictureCaption: '',
        words: PARAGRAPHS.join('\n\n'),
      }
      await saveEdition(tx, { articleId, language: en, slug: 'ferry', publishedAt: at, ...words }, at, editionChanged)
    })
    await tail.until(written.seq)
    const of = async (...who: Parameters<typeof visitor> extends [unknown, ...infer Rest] ? Rest : never) =>
      browserAt(site.url, (await visitor(site, ...who)).cookies)
    const [translator, reader] = [await of('Tamara', 'translator', { languages: ['ru'] }), await of('Reader')]
    const begun = await translator.send(await translator.get('/desk/translation?language=en'), {
      editionLanguage: 'ru',
    })
    const desk = begun.location.replace(/&done=\w+/, '')
    const drafts = `${desk.split('?')[0]}/drafts`
    const drafted = async (count: string) => until(async () => (await translator.get(desk)).text.includes(count))

    assert.match((await translator.get(desk)).text, /LibreTranslate would draft 26 paragraphs/)
    assert.equal((await reader.post(drafts, { language: 'en' })).status, 403)
    let questions = 0
    server.answersWith((one) => (++questions > 1 ? busy(one) : translated(one)))
    assert.equal((await translator.post(drafts, { language: 'en', key: 'first' })).status, 303)
    await drafted('10 paragraphs are drafted. The engine is busy.')
    assert.equal((await translator.post(drafts, { language: 'en', key: 'again' })).status, 409, 'it is under way')
    server.answersWith(translated)
    site.wait(60_000)
    await drafted('26 paragraphs were drafted')
    const page = (await translator.get(desk)).text
    assert.match(page, /Паром уходит в день 25 сказала @heron на причале\./)
    assert.ok(!server.asked.some(({ body }) => body.includes('heron')), 'a name of a reader left the house')
    const [, sent] = /(1,\d{3}) characters sent for this edition; \1 of 2,000 this month/.exec(page)!
    const cost = (Number(sent!.replace(',', '')) * PRICE.perMillion) / 1_000_000
    assert.match(page, new RegExp(`That cost €${cost.toFixed(2)}; €${cost.toFixed(2)} of €0.05 this month`))
    assert.equal((await translator.post(drafts, { language: 'en', key: 'third' })).status, 422, 'there is nothing left')

    const more = await store.write(async (tx) => {
      const at = clock()
      const { id: articleId } = await saveArticle(
        tx,
        { key: 'road', sectionId: null, pictureId: null, publishedAt: at },
        at,
      )
      const words = {
        title: 'The road',
        standfirst: '',
        pictureAlt: '',
        pictureCaption: '',
        words: PARAGRAPHS.join('\n\n'),
      }
      await saveEdition(tx, { articleId, language: en, slug: 'road', publishedAt: at, ...words }, at, editionChanged)
    })
    await tail.until(more.seq)
    const next = await translator.send(await translator.get('/desk/translation?language=en'), { editionLanguage: 'ru' })
    const road = next.location.replace(/&done=\w+/, '')
    await translator.post(`${road.split('?')[0]}/drafts`, { language: 'en', key: 'road' })
    await until(async () => /month’s characters are used up/.test((await translator.get(road)).text))
    Object.assign(site.parley.web.engine!, { mostInAMonth: 1_000_000, budget: 0.04 })
    await translator.post(`${road.split('?')[0]}/drafts`, { language: 'en', key: 'money' })
    await until(async () => /month’s money is used up/.test((await translator.get(road)).text))
  })
