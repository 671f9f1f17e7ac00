import assert from 'node:assert/strict'
import { after, before, describe, test } from 'node:test'
import { articleByKey, saveArticle, saveEdition } from '../../src/domain/articles/index.ts'
import { editionChanged } from '../../src/domain/discussion/index.ts'
import { addEntry, draftInto, translated } from '../../src/domain/translation/index.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt, type Page, unescaped } from '../support/front-door.ts'
import { openSite, publish, signInAgain, visitor } from '../support/site.ts'

const [FERRY, ROAD, BRIDGE] = [
  'The ferry of 1962 leaves at nine, says the harbour master of the old town.',
  'The road is closed. Nobody said why.',
  'The bridge stays open.',
]
const RUSSIAN: Readonly<Record<string, string>> = {
  'The ferry': 'Паром',
  [FERRY]: 'Паром 1962 года уходит в девять, говорит капитан порта старого города.',
  [ROAD]: 'Дорога закрыта. Никто не сказал почему.',
  [BRIDGE]: 'Мост остаётся открытым.',
}
const en = languageFrom('en')!

for (const { name, open } of DATABASES) {
  describe(`on ${name}, a translation`, { concurrency: false }, () => {
    let s: Awaited<ReturnType<typeof stage>>
    before(async () => {
      s = await stage(open)
    })
    after(() => s[Symbol.asyncDispose]())

    test('is begun beside its original, kept paragraph by paragraph, reviewed, and told what has gone stale', async () => {
      const { translator, reader } = s
      await s.another([FERRY, ROAD, BRIDGE])
      const list = await translator.get('/desk/translation?language=en')
      assert.match(list.text, /What could be translated next[^§]*The ferry[^§]*Russian/)
      assert.doesNotMatch(list.text, /<option value="en">/, 'a translator of Russian begins no English edition')
      const desk = await s.begin()
      const page = await translator.get(desk)
      assert.equal(states(page).join(), 'untouched,untouched,untouched,untouched')
      assert.match(page.text, /Of 4 paragraphs: 4 missing/)
      assert.equal((await reader.get(desk)).status, 403)
      assert.equal((await s.german.get(desk)).status, 403, 'translators of another language have no part in it')

      await s.save(desk, 'Paragraph 1', 'Паром уходит в девять, говорит капитан порта старого города.')
      await s.save(desk, 'Title', 'Паром')
      await s.save(desk, 'Paragraph 3', 'Мост открыт.', { reviewed: '1' })
      const kept = await translator.get(desk)
      assert.equal(states(kept).join(), 'edited,edited,untouched,reviewed')
      assert.match(kept.text, /What you have translated is kept, but no revision yet/)
      await translator.post(`${at(desk)}/revisions`, { language: 'en' })
      const saved = await s.russian()
      assert.equal(saved.latest!.words, 'Паром уходит в девять, говорит капитан порта старого города.\n\nМост открыт.')
      assert.equal(saved.copy, undefined)

      const changed = FERRY.replace('nine', 'ten')
      await s.rewrite([BRIDGE, changed, 'The road is closed.', 'Nobody said why.'])
      const stale = await translator.get(desk)
      assert.equal(states(stale).join(), 'edited,stale,untouched,untouched,reviewed')
      assert.match(stale.text, /leaves at <del>nine<\/del><ins>ten<\/ins>, says/)
      const ticked = wordingOf(stale, 'Паром уходит')
      await translator.post(`${at(desk)}/reviews`, { language: 'en', wording: ticked })
      assert.equal(states(await translator.get(desk)).join(), 'edited,reviewed,untouched,untouched,reviewed')
      assert.match((await translator.get('/desk/translation?language=en')).text, /2 missing, 0 stale, 2 reviewed/)
    })

    test('holds what a machine drafts apart from what somebody has touched, and goes on from the desk of writing', async () => {
      const desk = await s.fresh()
      await s.save(desk, 'Title', 'Паром')
      const { paragraphs, edition } = await s.russian()
      const drafts = paragraphs.map(({ wording, now }) => ({ wording, words: `Машина: ${now}` }))
      const engine = { engine: 'apertium', model: 'eng-rus', glossaryVersion: 4 }
      const { store, clock } = s.site.parley
      const { value: placed } = await store.write((tx) =>
        draftInto(tx, { id: edition.id, drafts, engine, by: s.person, at: clock() }),
      )
      assert.equal(placed, 3, 'what somebody wrote stays')
      const drafted = await s.translator.get(desk)
      assert.equal(states(drafted).join(), 'edited,machine,machine,machine')
      assert.match(drafted.text, /Nobody has touched 100% of the machine’s draft/)
      assert.match(drafted.text, /Drafted by <bdi>apertium eng-rus<\/bdi>, glossary 4/)
      await s.save(desk, 'Paragraph 2', 'Дорога закрыта. Никто не сказал почему.')
      assert.match((await s.translator.get(desk)).text, /Nobody has touched 7\d% of the machine’s draft/)

      const words = `Машина: ${FERRY}\n\nДорога закрыта.\n\nМашина: ${BRIDGE}\n\nНовый абзац.`
      const writing = `/desk/editions/${edition.id}`
      await s.editor.post(`${writing}/take-over`, { language: 'en' })
      const base = /name="base" value="(\d+)"/.exec((await s.editor.get(`${writing}?language=en`)).text)![1]!
      await s.editor.post(writing, { ...WRITTEN, base, words, title: 'Паром' })
      const after = await s.translator.get(desk)
      assert.equal(states(after).join(), 'edited,machine,edited,machine,edited')
      assert.match(after.text, /The original has no such paragraph/)
    })

    test('is proposed what was reviewed before, and its translator asks the author', async () => {
      const desk = await s.fresh()
      await s.save(desk, 'Paragraph 1', 'Паром уходит в девять, говорит капитан порта старого города.', {
        reviewed: '1',
      })
      await s.save(desk, 'Paragraph 3', 'Мост открыт.', { reviewed: '1' })
      await s.another([BRIDGE, FERRY.replace('nine', 'noon')])
      const other = await s.begin()
      const page = await s.translator.get(other)
      assert.match(page.text, /The same words, reviewed before:<\/p><blockquote[^>]*>Мост открыт\./)
      const near = await s.translator.get(linkIn(page, 'Paragraph 2'))
      assert.match(near.text, /Alike: \d+%[^§]*<del>nine<\/del><ins>noon<\/ins>[^§]*Паром уходит в девять/)
      const empty = await s.translator.send(near, { question: ' ' })
      assert.equal(empty.status, 422)
      const asked = await s.translator.send(near, { question: 'Noon on which day?' })
      assert.match((await s.translator.get(asked.location)).text, /Noon on which day\?[^§]*No answer yet/)
      assert.match((await s.editor.get('/notices?language=en')).text, /1 question of translators wait/)
      assert.doesNotMatch((await s.reader.get('/notices?language=en')).text, /of translators/)
      assert.match((await s.reader.get('/questions?language=en')).text, /No question waits for you/)
      const waiting = await s.editor.get('/questions?language=en')
      assert.match(waiting.text, /leaves at noon[^§]*Noon on which day\?/)
      const answered = await s.editor.send(waiting, { answer: 'On Sundays.' })
      assert.equal(answered.status, 303, answered.text)
      assert.match((await s.translator.get(other)).text, /On Sundays\./)
      assert.equal((await s.reader.post('/questions/1/answer', { answer: 'I know', language: 'en' })).status, 404)
    })

    test('goes out as XLIFF and comes back, each unit that is refused with a sentence', async () => {
      const desk = await s.fresh()
      await s.save(desk, 'Paragraph 2', 'Дорога закрыта.')
      const file = (await s.translator.get(`${at(desk)}/xliff`)).text
      assert.match(
        file,
        /<xliff xmlns="urn:oasis:names:tc:xliff:document:2\.0" version="2\.0" srcLang="en" trgLang="ru">/,
      )
      await s.save(desk, 'Paragraph 2', 'Дорога перекрыта.')
      const answers: Record<string, string> = {
        [FERRY]: 'Паром.',
        [ROAD]: 'Поздно.',
        'The ferry': 'Паром <ph id="1"/>',
      }
      const back = file.replaceAll(
        /<source xml:space="preserve">([^<]*)<\/source>(?:<target[^>]*>[^<]*<\/target>)?/g,
        (_, source: string) => `<source>${source}</source><target>${answers[unescaped(source)] ?? ''}</target>`,
      )
      const foreign = back.replace(
        '</file>',
        '<unit id="u1"><segment><source>A</source><target>B</target></segment></unit></file>',
      )
      const report = await s.upload(`${at(desk)}/xliff`, foreign)
      assert.match(report, /Taken: 1\. The same: 0\. Refused: 4\./)
      assert.match(report, /marks of another program[^§]*has changed since[^§]*not translated[^§]*No paragraph here/)
      assert.match((await s.translator.get(desk)).text, /Паром\.<\/textarea>[^§]*Дорога перекрыта\.<\/textarea>/)
      assert.match(await s.upload(`${at(desk)}/xliff`, '<xliff'), /cannot be read as XML/)
      assert.match(await s.upload(`${at(desk)}/xliff`, '<html/>'), /This file is no XLIFF 2/)
      assert.match(
        await s.upload(`${at(desk)}/xliff`, file.replace('trgLang="ru"', 'trgLang="de"')),
        /other languages: en and de/,
      )
      assert.match(
        await s.upload(`${at(desk)}/xliff`, '<!DOCTYPE a [<!ENTITY e "x">]><a>&e;</a>'),
        /cannot be read as XML/,
      )
    })

    test('appears once what differs is mended or answered for, and an answer falls with the wording it was given for', async () => {
      const desk = await s.fresh()
      for (const [part, words] of [
        ['Title', 'Паром'],
        ['Paragraph 1', 'Паром уходит в девять.'],
        ['Paragraph 3', 'Мост открыт.'],
      ] as const)
        await s.save(desk, part, words)
      await s.translator.post(`${at(desk)}/revisions`, { language: 'en' })
      await s.save(desk, 'Paragraph 1', 'Паром 1926 года уходит в девять.')
      await s.translator.post(`${at(desk)}/revisions`, { language: 'en' })
      assert.match((await s.publish()).text, /2 facts differ from the original/)
      assert.match(
        (await s.editor.get(desk)).text,
        /Original: <q dir="auto">1962[^<]*<\/q>\. Translation: <q dir="auto">1926[^<]*<\/q>/,
      )
      const typing = { ...paragraphIn(await s.translator.get(desk), 'Paragraph 1'), words: 'Паром 1963 года.' }
      assert.match(
        (await s.translator.post(`${at(desk)}/check`, typing)).text,
        /^<ul class="misses"[^§]*1962[^§]*1963[^<]*<\/q>\.<\/p><\/li><\/ul>$/,
      )
      await s.save(desk, 'Paragraph 1', 'Паром 1962 года уходит в девять.')
      await s.translator.post(`${at(desk)}/revisions`, { language: 'en' })
      await s.name('Eastport', 'Истпорт')
      await s.rewrite([FERRY, ROAD, 'The bridge of Eastport stays open.'])
      await s.save(desk, 'Paragraph 3', 'Мост в Весте открыт.')
      await s.translator.post(`${at(desk)}/revisions`, { language: 'en' })
      const named = (await s.translator.get(desk)).text
      assert.match(named, /Eastport<\/bdi> → <bdi lang="ru"[^>]*>Истпорт/)
      assert.match(named, /<b>Name<\/b> Original: <q dir="auto">Eastport<\/q>\. Translation: <i>nothing/)
      await s.save(desk, 'Paragraph 3', 'Мост в Истпорте открыт.')
      await s.translator.post(`${at(desk)}/revisions`, { language: 'en' })
      const refused = await s.publish()
      assert.equal(refused.status, 422)
      assert.match(refused.text, /1 fact differs from the original/)
      const page = await s.editor.get(desk)
      assert.match(
        page.text,
        /1 fact waits[^§]*Left out<\/b> Original: <q dir="auto">The road is closed\. Nobody said why\.<\/q>\. Translation: <i>nothing<\/i>/,
      )
      assert.doesNotMatch((await s.translator.get(desk)).text, /I answer for it/)
      const answer = overrideIn(page)
      assert.equal((await s.translator.post(`${at(desk)}/overrides`, { ...answer, reason: 'It is over.' })).status, 403)
      assert.match(
        (await s.editor.post(`${at(desk)}/overrides`, { ...answer, reason: ' ' })).text,
        /A reason is needed/,
      )
      await s.editor.post(`${at(desk)}/overrides`, { ...answer, reason: 'The road is of no concern in Russia.' })
      assert.match((await s.editor.get(desk)).text, /<bdi>Eddy<\/bdi> answers for it:[^§]*no concern in Russia/)
      assert.match(
        (await s.admin.get('/desk/audit?language=en')).text,
        /A fact was overridden at the gate[^§]*no concern in Russia/,
      )
      assert.equal((await s.publish()).status, 303)
      assert.match(
        (await s.editor.get('/desk/translation?language=en')).text,
        /editions that appeared: \d[^§]*Left out: 1/,
      )
      const read = (await s.reader.get(`/ru/${s.slug()}`)).text
      assert.match(read, /Перевод\. Оригинал: <a href="\/en\/ferry-\d+"/)
      assert.match(read, /<b><bdi>Tamara<\/bdi><\/b>/)
      await s.rewrite([FERRY, ROAD.replace('Nobody', 'The mayor'), 'The bridge of Eastport stays open.'])
      assert.match((await s.editor.get(desk)).text, /1 fact waits/, 'the original says something else')
    })

    test('waits until every name of its original is settled in its language, each by an act or all by one', async () => {
      await s.another([
        'The ferry of Kadyr Malikov leaves at nine.',
        'It passes Westhaven, and “Lookout” writes that the town of Westhaven waits.',
      ])
      const desk = await s.begin()
      await s.save(desk, 'Title', 'Паром')
      await s.save(desk, 'Paragraph 1', 'Паром Кадыра Маликова уходит в девять.')
      await s.save(desk, 'Paragraph 2', 'Он идёт мимо города.')
      await s.translator.post(`${at(desk)}/revisions`, { language: 'en' })
      assert.match((await s.publish()).text, /Nobody has settled how 3 names of the original are written/)
      const page = await s.translator.get(desk)
      assert.match(page.text, /3 names wait to be settled[^§]*Nobody has settled:[^§]*Kadyr Malikov[^§]*Westhaven/)
      const names = unescaped(/href="([^"]*\/names[^"]*)"/.exec(page.text)![1]!)
      const malikov = {
        act: 'settle',
        kind: 'person',
        form: 'Kadyr Malikov',
        inLanguage: 'ru',
        inForm: 'Кадыр Маликов',
      }
      assert.equal((await s.translator.post(at(names), { language: 'en', ...malikov })).status, 303)
      assert.match((await s.publish()).text, /Nobody has settled how 2 names/)
      assert.equal((await s.editor.post(at(names), { language: 'en', act: 'all' })).status, 303)
      const settled = await s.editor.get(desk)
      assert.match(settled.text, /2 facts wait[^§]*<b>Name<\/b> Original: <q dir="auto">Westhaven/)
      const [, haven, lookout] = /Westhaven<\/bdi> → <bdi[^>]*>([^<]+)[^§]*Lookout<\/bdi> → <bdi[^>]*>([^<]+)/.exec(
        settled.text,
      )!
      await s.save(desk, 'Paragraph 2', `Он идёт мимо города ${haven}, пишет «${lookout}».`)
      await s.translator.post(`${at(desk)}/revisions`, { language: 'en' })
      assert.equal((await s.publish()).status, 303)
    })

    test('shows what a machine wrote for what it is, to readers and not to programs, until somebody has read it', async () => {
      const desk = await s.fresh()
      const { paragraphs, edition } = await s.russian()
      const drafts = paragraphs.map(({ wording, now }) => ({ wording, words: RUSSIAN[now]! }))
      const { store, clock } = s.site.parley
      const engine = { engine: 'apertium', model: 'eng-rus', glossaryVersion: 0 }
      await store.write((tx) => draftInto(tx, { id: edition.id, drafts, engine, by: s.person, at: clock() }))
      assert.equal((await s.publish()).status, 303)
      const russian = `/ru/${s.slug()}`
      const read = (await s.reader.get(russian)).text
      assert.match(read, /<meta name="robots" content="noindex">/)
      assert.match(read, /Часть этого текста написана машиной[^§]*<a href="\/en\/ferry-\d+"[^>]*>К оригиналу/)
      const original = (await s.reader.get(`/en/${s.slug()}`)).text
      assert.doesNotMatch(original, /hreflang="ru" href="http/)
      assert.match(original, /<a href="\/ru\/[^"]*" lang="ru"/, 'readers find it all the same')
      assert.doesNotMatch((await s.reader.get('/sitemap/0.xml')).text, new RegExp(russian))
      const page = await s.editor.get(desk)
      for (const [, wording] of page.text.matchAll(/type="checkbox" name="wording" value="(\w+)"/g))
        await s.editor.post(`${at(desk)}/reviews`, { language: 'en', wording: wording! })
      const checked = (await s.reader.get(russian)).text
      assert.doesNotMatch(checked, /noindex|написана машиной/)
      assert.match(checked, /Сверено с оригиналом: <b><bdi>Eddy/)
      assert.match((await s.reader.get('/sitemap/0.xml')).text, new RegExp(russian))
    })

    test('is asked for by readers in whose language there is none, with and without an account', async () => {
      const articleId = await s.another([FERRY, ROAD, BRIDGE])
      const stranger = browserAt(s.site.url)
      assert.match(
        (await stranger.get(`/en/${s.slug()}`)).text,
        new RegExp(`href="/a/${articleId}/editions\\?language=ru"`),
      )
      const there = await stranger.get(`/a/${articleId}/editions?language=ru`)
      assert.match(there.text, /нет версии на вашем языке[^§]*<a href="\/en\/ferry-\d+"/)
      assert.equal((await stranger.send(there, { wanted: 'ru' })).status, 303)
      assert.equal((await stranger.send(there, { wanted: 'ru' })).status, 303, 'counted once')
      assert.equal((await s.reader.send(there, { wanted: 'ru' })).status, 303)
      assert.equal((await s.reader.send(there, { wanted: 'de' })).status, 303)
      assert.equal((await stranger.send(there, { wanted: 'en' })).status, 422)
      assert.match((await s.translator.get('/desk/translation?language=en')).text, /Asked for: Russian 2, German 1/)
      assert.equal((await stranger.get('/a/99/editions')).status, 404)
    })

    test('is one person’s at a time, and loses nothing when another goes on', async () => {
      const desk = await s.fresh()
      await s.save(desk, 'Paragraph 1', 'Паром.')
      const held = await s.editor.get(desk)
      const refused = await s.editor.post(`${at(desk)}/paragraphs`, {
        ...paragraphIn(held, 'Paragraph 2'),
        words: 'Дорога.',
      })
      assert.equal(refused.status, 409)
      assert.match(refused.text, /Somebody else is writing in this edition[^§]*Дорога\.<\/textarea>/)
      await s.editor.post(`${at(desk)}/take-over`, { language: 'en' })
      const taken = await s.editor.get(desk)
      assert.equal(
        (await s.editor.post(`${at(desk)}/paragraphs`, { ...paragraphIn(taken, 'Paragraph 2'), words: 'Дорога.' }))
          .status,
        303,
      )
      await s.editor.post(`${at(desk)}/revisions`, { language: 'en' })
      assert.equal((await s.russian()).latest!.words, 'Паром.\n\nДорога.')
      const late = await s.editor.post(`${at(desk)}/paragraphs`, {
        ...paragraphIn(held, 'Paragraph 2'),
        words: 'Поздно.',
      })
      assert.equal(late.status, 409)
      assert.match(late.text, /has changed meanwhile[^§]*Поздно\./)
      assert.equal((await s.translator.post(at(desk), { language: 'en', original: '999' })).status, 404)
      assert.equal((await s.translator.post(at(desk), { language: 'en', original: desk.split('/')[3]! })).status, 422)
    })
  })
}

const WRITTEN = { language: 'en', standfirst: '', pictureAlt: '', pictureCaption: '' }

/** A published article in English, and somebody who translates into Russian. */
async function stage(open: (typeof DATABASES)[number]['open']) {
  const ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url))
  const { store, clock, tail } = site.parley
  await publish(site, { slug: 'road', title: 'The road', words: 'It is closed.' })
  const as = async (...who: [string, Parameters<typeof visitor>[2]?, Parameters<typeof visitor>[3]?]) => {
    const { cookies, person } = await visitor(site, ...who)
    return { ...browserAt(site.url, cookies), person }
  }
  const translator = await as('Tamara', 'translator', { languages: ['ru'] })
  const editor = await as('Eddy', 'editor')

  let articles = 0
  /** Publishes another article in English alone. */
  async function another(paragraphs: readonly string[]) {
    const slug = `ferry-${++articles}`
    const { articleId } = await write(slug, paragraphs)
    return articleId
  }
  async function write(slug: string, paragraphs: readonly string[]) {
    const moment = clock()
    const written = await store.write(async (tx) => {
      const before = await articleByKey(tx, slug)
      const articleId =
        before?.id ??
        (await saveArticle(tx, { key: slug, sectionId: null, pictureId: null, publishedAt: moment }, moment)).id
      const words = {
        title: 'The ferry',
        standfirst: '',
        pictureAlt: '',
        pictureCaption: '',
        words: paragraphs.join('\n\n'),
      }
      await saveEdition(tx, { articleId, language: en, slug, publishedAt: moment, ...words }, moment, editionChanged)
      return { articleId }
    })
    await tail.until(written.seq)
    return written.value
  }
  let begun = ''

  return {
    site,
    translator,
    editor,
    person: translator.person,
    admin: await as('Ada', 'admin'),
    german: await as('Gerda', 'translator', { languages: ['de'] }),
    reader: await as('Reader'),
    another,
    /** Puts a place into the glossary. */
    async name(english: string, russian: string) {
      const forms = [
        { language: en, form: english, isLocked: true },
        { language: languageFrom('ru')!, form: russian, isLocked: true },
      ]
      const entry = { kind: 'place', note: '', forms } as const
      await store.write((tx) => addEntry(tx, { ...entry, by: editor.person, at: clock() }))
    },
    slug: () => `ferry-${articles}`,
    /** Another article, whose translation into Russian is begun. */
    async fresh() {
      await another([FERRY, ROAD, BRIDGE])
      return this.begin()
    },
    rewrite: (paragraphs: readonly string[]) => write(`ferry-${articles}`, paragraphs),
    async begin() {
      const list = await translator.get('/desk/translation?language=en')
      const made = await translator.send(list, { editionLanguage: 'ru' })
      assert.equal(made.status, 303, made.text.slice(-500))
      begun = made.location
      return begun.replace(/&done=\w+/, '')
    },
    /** Publishes the Russian edition in the words that were saved last. */
    async publish() {
      const id = Number(begun.split('/')[3])
      const { latest } = await store.read((db) => translated(db, id as never))
      const { title, words } = latest!
      return editor.post(`/desk/editions/${id}/publication`, { ...WRITTEN, base: String(latest!.number), title, words })
    },
    russian: () => store.read((db) => translated(db, Number(begun.split('/')[3]) as never)),
    async save(desk: string, name: string, words: string, more: Record<string, string> = {}) {
      const page = await translator.get(desk)
      const saved = await translator.post(`${at(desk)}/paragraphs`, { ...paragraphIn(page, name), words, ...more })
      assert.equal(saved.status, 303, saved.text.slice(-900))
    },
    async upload(path: string, xml: string) {
      const cookies = await signInAgain(site, 'Tamara')
      const body = new FormData()
      body.set('language', 'en')
      body.set('file', new File([xml], 'edition.xlf'))
      const headers = { cookie: cookies, origin: site.url, 'sec-fetch-site': 'same-origin' }
      return (await fetch(site.url + path, { method: 'POST', body, headers, redirect: 'manual' })).text()
    },
    [Symbol.asyncDispose]: () => ending.disposeAsync(),
  }
}

function at(desk: string): string {
  return desk.replace(/\?.*/, '')
}

/** What each paragraph of the desk is, from the top. */
function states({ text }: Page): string[] {
  return [...text.matchAll(/<li class="pair" data-state="(\w+)"/g)].map(([, state]) => state!)
}

function pairNamed({ text }: Page, name: string): string {
  const found = text.split('<li class="pair').find((pair) => pair.includes(`<p class="pair-name">${name}</p>`))
  assert.ok(found, `${name} is not on the page`)
  return found
}

function paragraphIn(page: Page, name: string): Record<string, string> {
  const fields = [...pairNamed(page, name).matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, field, value]) => [field!, value!]))
}

function linkIn(page: Page, name: string): string {
  return unescaped(/href="([^"]*\/paragraphs\/[^"]*)"/.exec(pairNamed(page, name))![1]!)
}

/** By which a paragraph that is written so is ticked. */
function wordingOf({ text }: Page, words: string): string {
  const pair = text.split('<li class="pair').find((one) => one.includes(words))!
  return /type="checkbox" name="wording" value="(\w+)"/.exec(pair)![1]!
}

/** The form that answers for what waits. */
function overrideIn({ text }: Page): Record<string, string> {
  const form = /<form[^>]*\/overrides"[^>]*>([\s\S]*?)<\/form>/.exec(text)![1]!
  const fields = [...form.matchAll(/<input type="hidden" name="(wording|fact|language)" value="([^"]*)"/g)]
  return Object.fromEntries(fields.map(([, field, value]) => [field!, value!]))
}
