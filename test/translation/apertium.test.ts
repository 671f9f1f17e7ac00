import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { after, before, describe, test } from 'node:test'
import { type EditionId, savePublication } from '../../src/domain/articles/index.ts'
import {
  ENGINES,
  factOf,
  findIn,
  glossaryFor,
  type Miss,
  openMisses,
  overridesOf,
  translated,
  translateTexts,
  unsettledIn,
} from '../../src/domain/translation/index.ts'
import { importPage } from '../../src/exchange/page/index.ts'
import { type Language, languageFrom } from '../../src/kit/language.ts'
import { withApertium } from '../support/apertium/apertium.ts'
import { apertiumServer } from '../support/apertium/apertium-server.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { reading, sharedFile } from '../support/shared.ts'
import { openSite, visitor, withoutPace } from '../support/site.ts'
import { until } from '../support/until.ts'

const REVIEW = 'captures/review-page.txt'
const [en, es, fr, ru, uk] = ['en', 'es', 'fr', 'ru', 'uk'].map((tag) => languageFrom(tag)!) as [
  Language,
  Language,
  Language,
  Language,
  Language,
]

describe('Apertium, a real engine', { ...withApertium, concurrency: false }, () => {
  let apertium: Awaited<ReturnType<typeof apertiumServer>>
  before(async () => {
    apertium = await apertiumServer()
  })
  after(() => apertium[Symbol.asyncDispose]())

  test('translates, and makes the mistakes of the captured page', async (t) => {
    t.diagnostic(apertium.told)
    const engine = ENGINES.apertium({ url: apertium.url })
    const into = async (from: Language, to: Language, text: string) =>
      (await translateTexts(engine, { texts: [text], from, to, glossary: [] }))[0]!
    assert.match(
      await into(ru, uk, 'Об этом 28 августа пишет газета «Взгляд», см. https://vz.example/1?a=б.'),
      /28 серпня пише газета «Погляд», .*https:\/\/vz\.example\/1\?a=б\./,
    )
    assert.match(await into(uk, ru, 'Так написав Тарас Шевченко.'), /написал Тарас Сын сапожника/)
    assert.match(
      await into(en, es, 'The newspaper Sight writes of it at 09:41, and cafe answers @kotofey.'),
      /Vista.*09:41.*cafetería.*@kotofey/,
    )
  })

  test(
    'of the captured page, drafted into Spanish and from there into French, nothing bent is published that nobody answers for',
    reading(REVIEW),
    async () => {
      await using s = await stage(apertium.url)
      const spanish = await s.drafted(s.originalId, es)
      const answered = await s.publishedByAnswers(spanish)
      for (const name of ['Sight', 'RIA News'])
        assert.ok(answered.includes(name), `${name} was bent, and nobody was asked`)
      const french = await s.drafted(spanish, fr)
      await s.publishedByAnswers(french)
      const read = await s.editor.get('/fr/islamic-state-on-the-way-to-russia')
      assert.match(read.text, /hreflang="es"/)
    },
  )
})

/** The captured page as an article of a publication in three languages, and an editor. */
async function stage(url: string) {
  const ending = new AsyncDisposableStack()
  const database = await DATABASES[0]!.open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url, { engine: { kind: 'apertium', url, mostInAMonth: 1_000_000 } }))
  const { store, clock, tail } = site.parley
  const { examine } = site.parley.web
  await withoutPace(site)
  const capture = { language: 'en', zone: 'Europe/Moscow', at: clock() }
  await importPage({ store, bytes: readFileSync(sharedFile(REVIEW)!), ...capture })
  const { seq } = await store.write((tx) => {
    const languages = [en, es, fr].map((language) => ({ language, name: 'Military Review', motto: '' }))
    const around = { zone: capture.zone, telegram: null, mail: null, demoSince: null }
    return savePublication(tx, { defaultLanguage: en, ...around, languages }, clock())
  })
  await tail.until(seq)
  const editor = browserAt(site.url, (await visitor(site, 'Eddy', 'editor')).cookies)
  const at = (id: EditionId) => `/desk/editions/${id}/translation`

  async function drafted(original: EditionId, language: Language): Promise<EditionId> {
    const begun = await editor.post('/desk/articles/1/translations', {
      language: 'en',
      editionLanguage: language,
      original: String(original),
    })
    assert.equal(begun.status, 303, begun.text)
    const id = Number(/editions\/(\d+)/.exec(begun.location)![1]) as EditionId
    assert.equal((await editor.post(`${at(id)}/drafts`, { language: 'en' })).status, 303)
    await until(async () => /paragraphs were drafted/.test((await editor.get(at(id))).text))
    return id
  }

  async function publish(id: EditionId) {
    const { latest } = await translated(store, id)
    const { title, standfirst, words, pictureAlt, pictureCaption } = latest!
    const form = { title, standfirst, words, pictureAlt, pictureCaption, base: String(latest!.number), language: 'en' }
    return editor.post(`/desk/editions/${id}/publication`, form)
  }

  /** Publishes it once somebody has settled its names, of which two can be written alike, and answered for everything that was bent. */
  async function publishedByAnswers(id: EditionId) {
    const found = await translated(store, id)
    assert.match((await publish(id)).text, /facts? differs? from the original|Nobody has settled/)
    const names = `/desk/editions/${found.original!.id}/names`
    for (let more = 0; more < 3; more++) await editor.post(names, { language: 'en', act: 'all' })
    assert.match((await editor.get(`${names}?language=en`)).text, /Every name is settled/)
    const first = await findIn(store, examine, found, found.paragraphs)
    for (const { entryId } of unsettledIn(first))
      await editor.post(`/desk/glossary/${entryId}/removal`, { language: 'en' })
    await editor.post(names, { language: 'en', act: 'rest' })
    const facts = await findIn(store, examine, found, found.paragraphs)
    const open = openMisses(found.paragraphs, facts, [])
    assert.ok(open.length > 0, 'the engine bends nothing')
    assert.match((await publish(id)).text, new RegExp(`${open.length} facts? differs? from the original`))
    for (const { wording, miss } of open) await answered(id, wording, miss)
    assert.equal((await publish(id)).status, 303)
    await nothingUnanswered(id)
    return open.map(({ miss }) => miss.original)
  }

  async function answered(id: EditionId, wording: string, miss: Miss) {
    const form = { language: 'en', wording, fact: factOf(miss), reason: 'An engine wrote it, and I let it stand.' }
    const answer = await editor.post(`${at(id)}/overrides`, form)
    assert.equal(answer.status, 303, `${JSON.stringify(miss)} ${answer.text.slice(-500)}`)
  }

  /** Whatever is not the same letter by letter has somebody's name on it: a plain check that knows nothing of the gate. */
  async function nothingUnanswered(id: EditionId) {
    const { edition, original, paragraphs } = await translated(store, id)
    const overrides = await overridesOf(store, id)
    const names = await glossaryFor(store, [original!.language, edition.language])
    const bent = paragraphs.flatMap(({ now, words, wording }) => {
      const own = overrides.filter((one) => one.wording === wording && one.byId !== null)
      const named = names.flatMap(({ forms }) => {
        const [one, other] = [original!, edition].map(
          ({ language }) => forms.find((form) => form.language === language)?.form,
        )
        return one && other && standsIn(now, one) && !standsIn(words, lastOf(other)) ? [one] : []
      })
      const said = [...(now.match(/\d+(?:[.,:]\d+)*|https?:\S+|@\w+/g) ?? [])].filter((one) => !words.includes(one))
      return [...named, ...said].filter(() => own.length === 0).map((fact) => `${fact}: ${words}`)
    })
    assert.deepEqual(bent, [])
  }

  return {
    editor,
    drafted,
    publishedByAnswers,
    originalId: 1 as EditionId,
    [Symbol.asyncDispose]: () => ending.disposeAsync(),
  }
}

function standsIn(text: string, name: string): boolean {
  return new RegExp(`(?<![\\p{L}\\p{N}])${RegExp.escape(name)}(?![\\p{L}\\p{N}])`, 'u').test(text)
}

/** By which somebody is named shortly. */
function lastOf(name: string): string {
  return name.split(' ').at(-1)!
}
