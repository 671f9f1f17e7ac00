import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { browserAt, formIn } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }
const UKRAINIAN = 'Пором сьогодні не йде, і ми всі чекаємо на причалі.'

for (const { name, open } of DATABASES)
  test(`on ${name}, a comment is in the language that its words tell, or its author says`, async () => {
    const database = await open()
    await using site = await openSite(database.url)
    await using _ = { [Symbol.asyncDispose]: () => database.close() }
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
