import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { editionIn } from '../../src/domain/articles/index.ts'
import { glossaryFor, mentionsIn } from '../../src/domain/translation/index.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const ru = languageFrom('ru')!
const en = languageFrom('en')!
const WORDS =
  'Газета «Взгляд» поговорила с Кадыром Маликовым. Он приехал в Ташкент, и Маликова там ждали. Читатели «Взгляда» спорят.'

for (const { name, open } of DATABASES)
  describe(`the glossary on ${name}`, () => {
    test('takes a name from where it stands in an article, settles it once, and finds it in every form', async () => {
      await using s = await stage(open)
      const names = `/desk/editions/${s.edition}/names?language=en`
      const before = await s.editor.get(names)
      assert.match(before.text, /3 names to settle/)
      assert.match(before.text, /value="Vzglyad"/)
      assert.match(before.text, /value="Kadyr Malikov|value="Kadyrom Malikovym/)

      const settle = (form: string, kind: string, act: string, inEnglish: string) =>
        s.editor.postAll(`/desk/editions/${s.edition}/names`, [
          ['language', 'en'],
          ['key', `${form} ${act}`],
          ['act', act],
          ['kind', kind],
          ['form', form],
          ['inLanguage', 'en'],
          ['inForm', inEnglish],
        ])
      assert.equal(await settle('«Взгляд»', 'outlet', 'settle', 'Vzglyad'), 303)
      assert.equal(await settle('Кадыр Маликов', 'person', 'settle', 'Kadyr Malikov'), 303)
      assert.equal(await settle('Ташкент', 'place', 'none', ''), 303)
      const after = await s.editor.get(names)
      assert.match(after.text, /Every name is settled/)
      assert.match(after.text, /2 names of the glossary/)

      const entries = await glossaryFor(s.site.parley.store, [ru, en])
      const told = mentionsIn(WORDS, ru, entries).map(({ form }) => form)
      assert.deepEqual(told, ['Взгляд', 'Кадыром Маликовым', 'Маликова', 'Взгляда'])
      assert.equal(mentionsIn('Vzglyad met Malikov.', en, entries).length, 2)
    })

    test('marks the editions that carry a form of before, and tells who changed what', async () => {
      await using s = await stage(open)
      const entry = await s.add({ kind: 'person', within: 'ru', form: 'Кадыр Маликов', locked: '1' })
      const written = (form: string, more = {}) =>
        s.editor.post(`${entry}/forms`, { within: 'ru', form, inflected: '', language: 'en', ...more })
      assert.match((await s.editor.get(`${entry}?language=en`)).text, /The ferry<\/a>.*2 times/s)
      assert.equal((await written('Кадир Маликов', { locked: '1' })).status, 303)
      const page = (await s.editor.get(`${entry}?language=en`)).text
      assert.match(page, /It carries an earlier form:<\/span> <b[^>]*>Кадыром Маликовым<\/b>/)
      assert.match(page, /<del>Кадыр Маликов<\/del> → <ins>Кадир Маликов<\/ins>.*<bdi>Edda<\/bdi>/s)
      const names = (await s.editor.get(`/desk/editions/${s.edition}/names?language=en`)).text
      assert.match(names, /<del[^>]*>Кадыром Маликовым<\/del> → <a[^>]*><ins[^>]*>Кадир Маликов/)
      const { text } = await s.admin.get('/desk/audit?language=en')
      assert.match(
        text,
        /The form of a name was changed.*<del><bdi>Кадыр Маликов<\/bdi><\/del> → <ins><bdi>Кадир Маликов<\/bdi><\/ins>/s,
      )
    })

    test('lets translators write in their own languages, and settled forms to editors alone', async () => {
      await using s = await stage(open)
      const entry = await s.add({ kind: 'place', within: 'ru', form: 'Ташкент' })
      const say = (who: typeof s.translator, within: string, form: string, locked?: string) =>
        who.post(`${entry}/forms`, { within, form, inflected: '', language: 'en', ...(locked && { locked }) })
      assert.equal((await say(s.translator, 'en', 'Toshkent')).status, 403)
      assert.equal((await say(s.translator, 'ru', 'Ташкент', '1')).status, 303)
      assert.equal((await say(s.translator, 'ru', 'Тошкент', '1')).status, 403)
      assert.equal((await say(s.editor, 'ru', 'Тошкент', '1')).status, 303)
      assert.equal((await s.translator.post(`${entry}/removal`, { language: 'en' })).status, 403)
      assert.equal(
        (
          await s.editor.post('/desk/glossary', {
            kind: 'place',
            within: 'ru',
            form: 'тошкент',
            note: '',
            language: 'en',
          })
        ).status,
        409,
      )
      assert.equal(
        (await s.editor.post(`${entry}/forms`, { within: 'ru', form: '', inflected: '', language: 'en' })).status,
        409,
      )
      assert.equal((await s.editor.post(`${entry}/removal`, { language: 'en' })).status, 303)
      assert.equal((await s.editor.get(`${entry}?language=en`)).status, 404)
    })

    test('goes out as a table and as TBX, comes in again, and says of each line why it is not taken', async () => {
      await using s = await stage(open)
      const good =
        'kind,note,ru,ru state,ru inflected,en\r\nperson,"scholar, of Bishkek",Кадыр Маликов,locked,,Kadyr Malikov\r\nplace,,Ош,proposed,Оша; Ошу,Osh\r\n'
      assert.match((await s.editor.get(await s.sendFile(good))).text, /2 names are new/)
      const csv = (await s.editor.get('/desk/glossary/csv')).text
      assert.match(csv, /^kind,note,en,en state,en inflected,ru,ru state,ru inflected\r\n/)
      assert.match(csv, /person,"scholar, of Bishkek",Kadyr Malikov,proposed,,Кадыр Маликов,locked,\r\n/)
      const tbx = (await s.editor.get('/desk/glossary/tbx?language=en')).text
      assert.match(tbx, /<tbx type="TBX-Basic" style="dca"/)
      for (const file of [csv, tbx])
        assert.match(
          (await s.editor.get(await s.sendFile(file))).text,
          /No name is new, none was changed, 2 were there already/,
        )

      const bad = 'kind;note;ru;ru state\nplace;;Тарту;\nship;;Аврора;\nperson;;;\nplace;;Ош;maybe\nplace;;тарту;\n'
      const refused = await s.sendFile(bad, {}, 422)
      assert.match(refused, /4 lines cannot be taken, and nothing was imported/)
      assert.match(refused, /Line 3: &quot;ship&quot; is none of person, party, outlet, place and term\./)
      assert.match(refused, /Line 4: no form stands in any language\./)
      assert.match(refused, /Line 5: &quot;maybe&quot; is neither locked nor proposed\./)
      assert.match(refused, /Line 6: it is the same name as in line 2\./)
      assert.match(
        (await s.editor.get(await s.sendFile(bad, { without: '1' }))).text,
        /One name is new.*4 lines were left out/,
      )
      assert.match(await s.sendFile('person,Кадыр Маликов', {}, 422), /is not known/)
      assert.match(await s.sendFile('<html/>', {}, 422), /This is XML, but no TBX/)
      assert.match(await s.sendFile('<tbx><text>\n</tbx>', {}, 422), /no XML from line 2/)
      const other = 'kind,ru,en\nperson,Кадыр Маликов,Kadyr Malikov\nperson,Кадыр Маликов,Someone\n'
      assert.match(
        await s.sendFile(other.replace('Кадыр Маликов,Someone', 'Малик,Kadyr Malikov'), {}, 422),
        /is settled as &quot;Кадыр Маликов&quot;/,
      )
    })

    test('is searched by any part of a form, by kind and by language', async () => {
      await using s = await stage(open)
      await s.add({ kind: 'person', within: 'ru', form: 'Пётр Черных' })
      await s.add({ kind: 'place', within: 'en', form: 'Tashkent' })
      const found = async (asked: string) => (await s.editor.get(`/desk/glossary?language=en&${asked}`)).text
      assert.match(await found('q=петр'), /Пётр Черных/)
      assert.doesNotMatch(await found('q=петр'), /Tashkent/)
      assert.match(await found('only=place'), /Tashkent/)
      assert.doesNotMatch(await found('within=en'), /Черных/)
      assert.match(await found('q=nobody'), /No name fits these words/)
      assert.match((await s.editor.get('/desk?language=en')).text, /Glossary of names/)
    })
  })

async function stage(open: (typeof DATABASES)[number]['open']) {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url))
  const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: WORDS })
  const edition = (await editionIn(site.parley.store, articleId, ru))!.id
  const { cookies } = await visitor(site, 'Edda', 'editor')
  const browser = browserAt(site.url, cookies)
  const translator = browserAt(site.url, (await visitor(site, 'Tamara', 'translator', { languages: ['ru'] })).cookies)
  const admin = browserAt(site.url, (await visitor(site, 'Ada', 'admin')).cookies)
  const headers = { cookie: cookies, origin: site.url, 'sec-fetch-site': 'same-origin' }

  /** Sends fields of which several have one name. */
  async function postAll(at: string, fields: [string, string][]) {
    const body = new URLSearchParams(fields)
    return (await fetch(site.url + at, { method: 'POST', body, headers, redirect: 'manual' })).status
  }

  async function add(fields: Record<string, string>) {
    const { location, status, text } = await browser.post('/desk/glossary', { note: '', language: 'en', ...fields })
    assert.equal(status, 303, text)
    return location.split('?')[0]!
  }

  let sent = 0
  /** Sends a file as a browser does; gives the page that it leads to, or what is answered at once. */
  async function sendFile(text: string, fields: Record<string, string> = {}, expected = 303) {
    const body = new FormData()
    for (const [field, value] of Object.entries({ language: 'en', key: `file ${++sent}`, ...fields }))
      body.set(field, value)
    body.set('names', new File([text], 'names'))
    const answer = await fetch(`${site.url}/desk/glossary/file`, { method: 'POST', body, headers, redirect: 'manual' })
    const said = await answer.text()
    assert.equal(answer.status, expected, said)
    return expected === 303 ? answer.headers.get('location')! : said
  }

  const moved = ending.move()
  const editor = { ...browser, postAll }
  return { site, edition, editor, translator, admin, add, sendFile, [Symbol.asyncDispose]: () => moved.disposeAsync() }
}
