import assert from 'node:assert/strict'
import { test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'

for (const { name, open } of DATABASES)
  test(`on ${name}, one reads in colours, a size and languages of one's own, and pages are the same for everyone`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using site = await openSite(database.url)
    await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
    const stranger = browserAt(site.url)
    const before = await stranger.get('/en/ferry')
    assert.match(before.text, /<script>\{[^<]*parley-look[^<]*\}<\/script>/)
    assert.match(before.text, /<noscript><link rel="stylesheet" href="\/me\/look\.css"><\/noscript>/)
    assert.match((await stranger.get('/me/look.css')).text, /color-scheme:light dark;font-size:100%/)

    const page = await stranger.get('/en/account/reading')
    assert.equal((await stranger.send(page, { colours: 'dark', size: 'large', languages: 'ru' })).status, 303)
    assert.match((await stranger.get('/me/look.css')).text, /color-scheme:dark;font-size:112\.5%/)
    assert.match((await stranger.get('/en/account/reading')).text, /value="ru" checked/)
    const after = await stranger.get('/en/ferry')
    assert.equal(after.headers.get('etag'), before.headers.get('etag'))
    await stranger.post('/en/account/reading', { language: 'en', colours: 'dark;}', size: '9', languages: 'xx' })
    assert.match((await stranger.get('/me/look.css')).text, /color-scheme:light dark;font-size:100%/)

    const ada = await visitor(site, 'Ada')
    const reader = browserAt(site.url, ada.cookies)
    await reader.post('/en/account/reading', { language: 'en', colours: 'light', size: 'larger', languages: 'en' })
    const about = JSON.parse((await reader.get('/me/data')).files!.get('data/about.json')!)
    assert.deepEqual([about.colours, about.size, about.languages], ['light', 'larger', ['en']])
  })
