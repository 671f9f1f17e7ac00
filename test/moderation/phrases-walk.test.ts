import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'

for (const { name, open } of DATABASES)
  describe(`the list of phrases on ${name}`, () => {
    test('takes what is typed and what is in a file, tries a text, and goes out as it comes in', async () => {
      await using s = await stage(open)
      const { admin } = s
      const typed = { kind: 'banned', within: '', words: 'spam\nbuy followers\n\nspam' }
      const added = await admin.post('/desk/phrases', { ...typed, language: 'en', key: 'a' })
      assert.match((await admin.get(added.location)).text, /2 phrases were added\./)
      const file = await s.sendFile('suspect\tde\tIdiot\nbanned\t*\tcasino-x.com\nbanned\t*\tspam\n')
      assert.match((await admin.get(file)).text, /2 phrases were added\..*The list: 4 of at most 10,000/s)

      const tried = await s.try('Das ist s p a m, ihr <b>Idioten</b>!', '')
      assert.match(tried, /2 phrases are in this text/)
      assert.match(tried, /<b dir="auto">spam<\/b>, as <q dir="auto">spam<\/q>/)
      assert.match(tried, /<b dir="auto">Idiot<\/b>, as <q dir="auto">idioten<\/q>/)
      assert.match(tried, /&lt;b&gt;Idioten/)
      assert.match(await s.try('Scunthorpe', 'en'), /No phrase on the list is in this text/)

      const list = (await admin.get('/desk/phrases/list')).text
      assert.equal(list, 'banned\t*\tbuy followers\nbanned\t*\tcasino-x.com\nbanned\t*\tspam\nsuspect\tde\tIdiot\n')
      assert.match((await admin.get(await s.sendFile(list))).text, /All of these were on the list already/)

      const latest = await admin.get('/desk/phrases?language=en')
      const [, taking] = /action="(\/desk\/phrases\/\d+\/removal)"/.exec(latest.text)!
      assert.equal((await admin.post(taking!, { language: 'en', key: 't' })).status, 303)
      assert.equal((await admin.post(taking!, { language: 'en', key: 'u' })).status, 404)
      assert.match(await s.try('casino-x.com', ''), /No phrase on the list/)
      const log = (await admin.get('/desk/audit?language=en')).text
      assert.match(
        log,
        /A phrase was taken off the list.*casino-x\.com.*Phrases were added to the list.*spam.*buy followers/s,
      )
    })

    test('keeps banned phrases out with a sentence, and has suspect ones wait', async () => {
      await using s = await stage(open)
      await s.admin.get(await s.sendFile('banned\t*\tspam\nbanned\t*\tcasino-x.com\nsuspect\t*\tfollowers\n'))
      const { reader, stranger } = s
      const send = async (words: string) => reader.send(await reader.get('/en/ferry/comment'), { words })
      for (const words of ['Sp\u200bаm here', 'S**pa**m', 's.p.a.m', '[a harmless word](https://casino-x.com/now)']) {
        const refused = await send(words)
        assert.equal(refused.status, 422, words)
        assert.match(refused.text, /does not accept comments with these words: [^.]+\. Please put it another way/)
      }
      const held = await send('My followers know better')
      assert.match(held.location, /^\/c\/\d+\/held/)
      assert.match((await reader.get(held.location)).text, /Some of its words will be reviewed before it appears/)
      assert.match((await s.admin.get(held.location)).text, /Contains suspect phrases: followers/)
      assert.doesNotMatch((await stranger.get('/en/ferry')).text, /know better/)
      assert.match((await send('I live in Scunthorpe, a spa. Mine')).location, /^\/c\/\d+\?/)
      const byStaff = await s.admin.send(await s.admin.get('/en/ferry/comment'), { words: 'What is spam?' })
      assert.match(byStaff.location, /^\/c\/\d+\?/)

      await publish(s.site, { slug: 'pier', title: 'The pier', words: 'It stands.', section: 'culture' })
      const add = { kind: 'banned', within: '', section: 'culture', words: 'organs', language: 'en', key: 'section' }
      assert.match(
        (await s.admin.get((await s.admin.post('/desk/phrases', add)).location)).text,
        /<bdi>culture<\/bdi>/i,
      )
      assert.match((await s.admin.get('/desk/phrases/list')).text, /^banned\t\*\torgans\tculture$/m)
      const under = async (slug: string) =>
        (await reader.send(await reader.get(`/en/${slug}/comment`), { words: `Fresh organs at ${slug}` })).status
      assert.deepEqual([await under('pier'), await under('ferry')], [422, 303], 'in its own section alone')

      const { text } = await s.admin.get('/desk/phrases?language=en')
      for (const [, taking] of text.matchAll(/action="(\/desk\/phrases\/\d+\/removal)"/g))
        await s.admin.post(taking!, { language: 'en', key: taking! })
      assert.match((await send('spam')).location, /^\/c\/\d+\?/)
    })

    test('says which line is wrong, and keeps what was typed', async () => {
      await using s = await stage(open)
      const wrong = async (words: string) => {
        const typed = { kind: 'suspect', within: 'de', words, language: 'en' }
        const { status, text } = await s.admin.post('/desk/phrases', typed)
        assert.equal(status, 422)
        return text
      }
      const page = await wrong('fine\n*a*')
      assert.match(page, /Line 2, &quot;\*a\*&quot;, cannot find anything/)
      assert.match(page, /fine\n\*a\*<\/textarea>/)
      assert.match(page, /value="suspect" checked/)
      assert.match(await wrong('nonsense\tde\tIdiot'), /Line 1 is neither/)
      assert.match(await wrong('banned\tklingon isch\tIdiot'), /In line 1, &quot;klingon isch&quot; is not a language/)
      assert.match(await wrong('x'.repeat(101)), /longer than 100 characters/)
      assert.match(await wrong(' \n'), /Type at least one phrase/)
      assert.match(await wrong('…'), /Line 1, /)
      assert.equal((await s.admin.get('/desk/phrases/list')).text, '')
    })

    test('is read by every moderator, and changed by those of the whole publication', async () => {
      await using s = await stage(open)
      const ofPorts = await s.moderator('Pilot', ['ports'])
      const ofAll = await s.moderator('Chief', [])
      const wish = { kind: 'banned', within: '', words: 'spam', language: 'en', key: 'w' }
      const read = await ofPorts.get('/desk/phrases?language=en')
      assert.deepEqual([read.status, /Add phrases/.test(read.text)], [200, false])
      assert.equal((await ofPorts.post('/desk/phrases', wish)).status, 403)
      assert.equal((await ofAll.post('/desk/phrases', wish)).status, 303)
      assert.match((await ofPorts.get('/desk/phrases?language=en')).text, /<b lang="und" dir="auto">spam<\/b>/)
    })
  })

async function stage(open: (typeof DATABASES)[number]['open']) {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url))
  await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.', section: 'ports' })
  const { cookies } = await visitor(site, 'Ada', 'admin')
  const admin = browserAt(site.url, cookies)
  const moderator = async (who: string, sections: string[]) =>
    browserAt(site.url, (await visitor(site, who, 'moderator', { sections })).cookies)

  const reader = browserAt(site.url, (await visitor(site, 'Reader')).cookies)

  const tryOut = async (text: string, within: string) =>
    (await admin.post('/desk/phrases/trial', { text, within, language: 'en' })).text

  let sent = 0
  /** Sends a list as a browser sends a file, and gives the page it leads to. */
  async function sendFile(lines: string) {
    const body = new FormData()
    for (const [field, value] of Object.entries({
      kind: 'banned',
      within: '',
      words: '',
      language: 'en',
      key: `file ${++sent}`,
    }))
      body.set(field, value)
    body.set('list', new File([lines], 'phrases.tsv', { type: 'text/tab-separated-values' }))
    const headers = { cookie: cookies, origin: site.url, 'sec-fetch-site': 'same-origin' }
    const answer = await fetch(`${site.url}/desk/phrases`, { method: 'POST', body, headers, redirect: 'manual' })
    assert.equal(answer.status, 303, await answer.text())
    return answer.headers.get('location')!
  }

  const moved = ending.move()
  const people = { admin, moderator, reader, stranger: browserAt(site.url) }
  return { site, ...people, try: tryOut, sendFile, [Symbol.asyncDispose]: () => moved.disposeAsync() }
}
