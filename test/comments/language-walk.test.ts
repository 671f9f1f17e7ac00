import assert from 'node:assert/strict'
import { test } from 'node:test'
import { languageTeller } from '../../src/domain/discussion/index.ts'
import { startOver } from '../../src/store/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt, formIn } from '../support/front-door.ts'
import { openSite, publish, say, visitor, withoutPace } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }
const UKRAINIAN = 'Пором сьогодні не йде, і ми всі чекаємо на причалі.'

for (const { name, open } of DATABASES)
  test(`on ${name}, a comment is in the language that its words tell, or its author says`, async () => {
    const database = await open()
    await using _ = { [Symbol.asyncDispose]: () => database.close() }
    await using site = await openSite(database.url)
    const articleId = await publish(site, ARTICLE)
    const ada = browserAt(site.url, (await visitor(site, 'Ada')).cookies)
    let key = 0
    const post = async (words: string) => {
      const sent = await ada.post(`/a/${articleId}/comments`, { language: 'en', key: `k${++key}`, words })
      return /\/c\/(\d+)/.exec(sent.location)![1]!
    }
    /** What the page says of a comment's words. */
    const saidOf = async (id: string) =>
      /<div class="words"( lang="[\w-]+")? dir="auto">/.exec(
        (await ada.get('/en/ferry')).text.split(`id="c-${id}"`)[1] ?? '',
      )?.[1] ?? ''
    const edit = async (id: string, fields: Record<string, string>) => {
      const page = await ada.get(`/c/${id}/edit?language=en`)
      const chosen = /<option value="([\w-]*)" selected>/.exec(page.text)?.[1]
      assert.equal((await ada.post(formIn(page).action, { ...formIn(page).fields, ...fields })).status, 303)
      return chosen
    }

    const pier = await post(UKRAINIAN)
    assert.match(await saidOf(pier), /lang="uk"/)
    assert.equal(await saidOf(await post('@tern 09:41 https://review.example/den/und/nicht 🙂')), '')

    assert.equal(await edit(pier, { spoken: 'ru', words: UKRAINIAN }), 'uk')
    assert.match(await saidOf(pier), /lang="ru"/)
    assert.doesNotMatch((await ada.get('/en/ferry')).text, /class="edited"/, 'its words are the same')
    assert.equal(await edit(pier, { spoken: 'ru', words: `${UKRAINIAN} Дякую.` }), 'ru')
    assert.match(await saidOf(pier), /lang="ru"/, 'what its author said stays')

    const ferry = await post('The ferry does not leave, and all of us are waiting.')
    assert.equal(await edit(ferry, { spoken: 'en', words: 'Die Fähre geht nicht, und wir alle warten am Kai.' }), 'en')
    assert.match(await saidOf(ferry), /lang="de"/, 'other words tell anew')
    assert.equal(await edit(ferry, { spoken: '', words: 'Die Fähre geht nicht, und wir alle warten am Kai.' }), 'de')
    assert.equal(await saidOf(ferry), '')

    const reporter = browserAt(site.url, (await visitor(site, 'Bob')).cookies)
    const italian = await post('Il traghetto non parte, e tutti noi aspettiamo sul molo.')
    const russian = await post('Паром сегодня не идёт, и все мы ждём его на причале.')
    for (const id of [italian, russian])
      await reporter.send(await reporter.get(`/c/${id}/report?language=en`), { rule: '1', words: 'Look at it' })
    const limited = await visitor(site, 'Mo', 'moderator', { languages: ['en'] as never })
    const queue = (await browserAt(site.url, limited.cookies).get('/desk/cases?language=en')).text
    assert.match(
      queue,
      /Il traghetto/,
      'whoever decides about the article decides where the publication has no such language',
    )
    assert.doesNotMatch(queue, /Паром сегодня/, 'others decide about this')
  })

for (const { name, open } of DATABASES)
  test(`on ${name}, comments that came before their language was told are looked at once`, async () => {
    const database = await open()
    await using _ = { [Symbol.asyncDispose]: () => database.close() }
    await using site = await openSite(database.url)
    const articleId = await publish(site, ARTICLE)
    const { person } = await visitor(site, 'Ada')
    const before = await say(site, person, articleId, UKRAINIAN)
    const none = await say(site, person, articleId, '@tern 09:41 🙂')
    const stranger = browserAt(site.url)
    const langs = async () => {
      const { text } = await stranger.get('/en/ferry')
      return [...text.matchAll(/id="c-(\d+)"[\s\S]*?<div class="words"(?: lang="([\w-]+)")?/g)].map(([, id, lang]) => [
        Number(id),
        lang,
      ])
    }
    assert.deepEqual(await langs(), [
      [before.id, undefined],
      [none.id, undefined],
    ])
    const isFound = async (words: string) =>
      (await stranger.get(`/en/search?words=${encodeURIComponent(words)}`)).text.includes(`/c/${before.id}`)
    await site.found()
    assert.equal(await isFound('пора'), true, 'in no language it may be a form of what it is none of')
    await site.parley.store.write((tx) => startOver(tx, languageTeller))
    await site.found()
    assert.deepEqual(await langs(), [
      [before.id, 'uk'],
      [none.id, undefined],
    ])
    assert.deepEqual([await isFound('порома'), await isFound('пора')], [true, false], 'it is read in its own language')
  })

for (const { name, open } of DATABASES)
  test(`on ${name}, the discussion under all editions is one: orders, counts, numbers, map and search are the same from each`, async () => {
    const database = await open()
    await using _ = { [Symbol.asyncDispose]: () => database.close() }
    await using site = await openSite(database.url)
    const articleId = await publish(site, ARTICLE)
    await withoutPace(site)
    const ada = browserAt(site.url, (await visitor(site, 'Ada')).cookies)
    const bob = browserAt(site.url, (await visitor(site, 'Bob')).cookies)
    let key = 0
    const post = async (language: string, words: string, under?: string) => {
      const to = under ? `/c/${under}/replies` : `/a/${articleId}/comments`
      const sent = await ada.post(to, { language, key: `k${++key}`, words })
      return /\/c\/(\d+)/.exec(sent.location)![1]!
    }
    const russian = await post('ru', 'Паромы ходят каждый день, и это хорошо.')
    const english = await post('en', 'Ferries leave every day, and that is good.')
    const reply = await post('en', 'Do the ferries leave on Sunday, too?', russian)
    await post('ru', 'По воскресеньям паромы не ходят.', reply)
    await bob.post(`/c/${english}/reactions`, { kind: 'agree', on: '1' })
    await site.found()

    const seen = async (path: string) => {
      const { text } = await ada.get(path)
      const entries = [...text.matchAll(/id="c-(\d+)"[\s\S]*?<a class="number"[^>]*>([^<]*)</g)]
      return entries.map(([, id, label]) => [id, label])
    }
    for (const order of ['', '?order=newest', '?order=best', '?order=replies', '?order=active']) {
      const [one, other] = [await seen(`/en/ferry${order}`), await seen(`/ru/ferry${order}`)]
      assert.equal(one.length, 4, order)
      assert.deepEqual(one, other, order)
    }
    const counted = async (language: string) =>
      /id="discussion-title">\D*(\d+)/.exec((await ada.get(`/${language}/ferry`)).text)?.[1]
    assert.deepEqual([await counted('en'), await counted('ru')], ['4', '4'])
    const map = (language: string) => ada.get(`/a/${articleId}/map?language=${language}`)
    assert.equal((await map('en')).text, (await map('ru')).text)
    const found = async (language: string, words: string) => {
      const { text } = await ada.get(`/${language}/search?words=${encodeURIComponent(words)}&article=${articleId}`)
      return [...new Set([...text.matchAll(/href="\/c\/(\d+)/g)].map(([, id]) => id))].sort()
    }
    for (const words of ['паром', 'ferry']) {
      assert.equal((await found('en', words)).length, 2, words)
      assert.deepEqual(await found('en', words), await found('ru', words))
    }
  })
