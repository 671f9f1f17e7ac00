import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { mailOf, openSite, publish, say, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }

for (const { name, open } of DATABASES) {
  describe(`roles on ${name}`, () => {
    test('are given, limited and taken on a page, hold at once, and stand in the audit log', async () => {
      await using s = await stage(open)
      const { site, admin, mo, moId } = s
      const found = await admin.get(`/desk/people?language=en&begins=${mailOf('Mo Tern').slice(0, 5)}`)
      assert.doesNotMatch(found.text, /Mo Tern/, 'a name is typed, or an address with its @')
      for (const begins of ['mo t', mailOf('Mo Tern').slice(0, -4)]) {
        const { text } = await admin.get(`/desk/people?language=en&begins=${encodeURIComponent(begins)}`)
        assert.match(
          text,
          new RegExp(
            `<a href="/desk/people/${moId}\\?language=en"><bdi>Mo Tern</bdi></a></p>\\s*<p class="quiet">reader`,
          ),
        )
      }
      const first = await say(site, s.author, s.ports, 'Under ports')
      const other = await say(site, s.author, s.roads, 'Under roads')
      assert.equal((await mo.get(`/c/${first.id}/removal`)).status, 403)

      const given = await s.change({ role: 'moderator', sections: 'ports' })
      assert.equal(given.status, 303)
      assert.match((await admin.get(given.location)).text, /role="status">Done\.<[^§]*moderator \(ports\)/)
      assert.equal((await mo.get(`/c/${first.id}/removal`)).status, 200)
      assert.equal((await mo.get(`/c/${other.id}/removal`)).status, 403)
      assert.equal((await mo.post(`/c/${other.id}/removal`, { rule: '1', note: '' })).status, 403)
      assert.equal((await mo.post(`/c/${first.id}/removal`, { rule: '1', note: '' })).status, 303)
      const moderates = async (article: number) => JSON.parse((await mo.get(`/me?article=${article}`)).text).moderates
      assert.deepEqual([await moderates(s.ports), await moderates(s.roads)], [true, false])
      assert.match((await mo.get(`/c/${first.id}/removal?language=en`)).text, /restoration/)

      assert.equal((await s.change({ role: 'moderator', languages: 'ru' })).status, 303)
      assert.equal((await mo.get(`/c/${other.id}/removal`)).status, 200)
      assert.equal((await s.change({ role: 'moderator', end: '1' })).status, 303)
      assert.equal((await mo.get(`/c/${other.id}/removal`)).status, 403)
      assert.equal((await mo.get('/desk')).status, 403)

      const story = (await admin.get(`/desk/people/${moId}?language=en`)).text
      assert.match(story, /moderator \(Russian\): given by <bdi>Ada<\/bdi>[^;]*; taken away by <bdi>Ada<\/bdi>/)
      const { text: log } = await admin.get(`/desk/audit?language=en&person=${moId}`)
      assert.equal(log.match(/was given a role/g)?.length, 2)
      assert.equal(log.match(/A role was taken from <a/g)?.length, 1)
      assert.match(log, /sections: <del><bdi>ports<\/bdi><\/del> → <ins>all<\/ins>/)
      assert.match(log, /languages: <del>all<\/del> → <ins><bdi>Russian<\/bdi><\/ins>/)
    })

    test('are refused with what was chosen', async () => {
      await using s = await stage(open)
      const { admin } = s
      const unfit = await s.change({ role: 'editor', sections: 'ports' })
      assert.equal(unfit.status, 422)
      assert.match(unfit.text, /cannot be limited like that/)
      assert.match(unfit.text, /value="editor" required checked/)
      assert.match(unfit.text, /name="sections" value="ports" checked/)
      for (const fields of [
        { role: 'moderator', sections: 'rivers' },
        { role: 'moderator', languages: 'fr' },
        {},
        { role: 'king' },
      ])
        assert.equal((await s.change(fields as Record<string, string>)).status, 422, JSON.stringify(fields))
      const own = await admin.post(`/desk/people/${s.adminId}/roles`, { role: 'editor', language: 'en', key: 'own' })
      assert.deepEqual([own.status, /Nobody gives a role to themselves/.test(own.text)], [403, true])
      const last = await admin.post(`/desk/people/${s.adminId}/roles`, {
        role: 'admin',
        end: '1',
        language: 'en',
        key: 'last',
      })
      assert.deepEqual([last.status, /this is the last one/.test(last.text)], [409, true])
      for (const path of [`/desk/people/${s.adminId}/roles`, '/desk/invitations']) {
        await admin.post('/desk/invitations', { mail: 'new@reader.example', role: 'editor', key: path })
        const refused = await s.mo.post(path, { role: 'admin', mail: 'mo@reader.example', key: path })
        assert.equal(refused.status, 403)
        assert.ok(![mailOf('Ada'), 'new@reader.example'].some((mail) => refused.text.includes(mail)), path)
      }
      assert.equal((await admin.post('/desk/people/9999/roles', { role: 'editor' })).status, 404)
    })

    test('are told at the desk as sentences, with a mark at what is one’s own', async () => {
      await using s = await stage(open)
      await s.change({ role: 'translator', languages: 'ru' })
      const { text } = await s.mo.get('/desk/rights?language=en')
      assert.match(text, /Nobody gives one to themselves, and the last administrator stays\.<\/li>/)
      assert.match(text, /Whoever holds a role sees the desk and this page\. <span class="role">you may<\/span>/)
      const desk = (await s.mo.get('/desk?language=en')).text
      assert.match(desk, /\/desk\/rights/)
      assert.doesNotMatch(desk, /\/desk\/(?:people|audit)/)
      assert.match((await s.admin.get('/desk?language=en')).text, /\/desk\/people[^§]*\/desk\/rights[^§]*\/desk\/audit/)
      assert.match((await s.mo.get('/en/account')).text, /href="\/desk\?language=en"/)
    })

    test('fill a log that is read page by page', async () => {
      await using s = await stage(open)
      for (let n = 0; n < 60; n++) await s.change({ role: 'editor', ...(n % 2 === 1 && { end: '1' }) })
      const page = (await s.admin.get('/desk/audit?language=en')).text
      assert.equal(page.match(/<li>/g)?.length, 50)
      const older = /rel="next" href="([^"]*)"/.exec(page)![1]!.replaceAll('&amp;', '&')
      const rest = (await s.admin.get(older)).text
      assert.equal(rest.match(/<li>/g)?.length, 60 + 1 - 50)
      assert.match(rest, /by the operator/)
      const { text } = await s.admin.get('/desk/audit?language=en&act=role-taken')
      assert.equal(text.match(/<li>/g)?.length, 30)
      assert.match(text, /value="role-taken" selected/)
    })
  })
}

async function stage(open: (typeof DATABASES)[number]['open']) {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url))
  const ports = await publish(site, { ...ARTICLE, section: 'ports' })
  const roads = await publish(site, { ...ARTICLE, slug: 'road', section: 'roads' })
  const ada = await visitor(site, 'Ada', 'admin')
  const [author, moTern] = [await visitor(site, 'Author'), await visitor(site, 'Mo Tern')]
  const admin = browserAt(site.url, ada.cookies)
  const moId = moTern.person.id
  let changes = 0
  const change = (fields: Record<string, string>) =>
    admin.post(`/desk/people/${moId}/roles`, { ...fields, language: 'en', key: `change ${++changes}` })
  const moved = ending.move()
  const mo = browserAt(site.url, moTern.cookies)
  const people = { author: author.person, mo, moId, admin, adminId: ada.person.id }
  return { site, ports, roads, ...people, change, [Symbol.asyncDispose]: () => moved.disposeAsync() }
}
