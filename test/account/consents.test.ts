import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { letterBox } from '../support/letters.ts'
import { openSite, publish } from '../support/site.ts'

const RULES = 'By signing up you accept the rules of discussion.'

for (const { name, open } of DATABASES)
  test(`on ${name}, what somebody agreed to is kept in the words that were shown, and shown to them`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const newcomer = browserAt(site.url)
    const nextLink = letterBox(site)
    await newcomer.send(await newcomer.get('/en/sign-up'), { name: 'Skua', mail: 'skua@reader.example' })
    await newcomer.send(await newcomer.get(nextLink()), {})
    const shown = await newcomer.get('/en/account/data')
    assert.equal(shown.status, 200)
    assert.ok(shown.text.includes(RULES))

    const notices = { language: 'en', reply: '1', 'reply-mail': '1' }
    await newcomer.post('/en/account/notices', { ...notices, mail: 'daily' })
    await newcomer.post('/en/account/notices', { ...notices, mail: 'daily' })
    await newcomer.post('/en/account/notices', notices)
    const copy = JSON.parse((await newcomer.get('/me/data')).files!.get('data/consents.json')!)
    assert.deepEqual(
      copy.map(({ about, words, endedAt }: Record<string, string>) => [about, words, endedAt === null]),
      [
        ['mail', 'By mail: once a day, in the morning', false],
        ['sign-up', `Choose the name you want to speak under. ${RULES}`, true],
      ],
    )
    assert.match(copy[0].version, /^[0-9a-f]{64}$/)
  })
