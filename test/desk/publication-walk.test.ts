import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.', section: 'ports' }

for (const { name, open } of DATABASES) {
  describe(`the publication at the desk on ${name}`, () => {
    test('is named, previewed, and given back its names, each change on record', async () => {
      await using s = await stage(open)
      const front = async () => (await s.admin.get('/en/')).text
      const names = (more: Fields) => s.post('names', { ...NAMED, ...more })
      const preview = await names({ names: ['The Mole', 'Мол'], preview: '1' })
      assert.match(preview.text, /<h1><a class="name" href="\/en\/">The Mole<\/a>[\s\S]*This is a preview\./)
      assert.match(preview.text, /<input type="hidden" name="names" value="Мол">/)
      assert.match(await front(), /The Harbour Review/)
      assert.equal((await names({ names: ['The Mole', 'Мол'] })).status, 303)
      assert.match(await front(), /The Mole/)
      for (const [wrong, sentence] of [
        [{ names: ['', 'Мол'] }, /needs a name/],
        [{ zone: 'Europe/Nowhere' }, /time zone/],
        [{ telegram: '@mole' }, /whole address/],
        [{ tags: ['en', 'ru', 'xx-'], names: ['a', 'b', 'c'] }, /not a language tag/],
        [{ gone: ['en', 'ru'] }, /at least one language/],
      ] as const) {
        const refused = await names({ ...wrong, key: undefined })
        assert.deepEqual([refused.status, sentence.test(refused.text)], [422, true], JSON.stringify(wrong))
      }
      assert.equal((await names({ tags: ['en', 'ru', 'eo'], names: ['The Mole', 'Мол', 'La Moleo'] })).status, 303)
      assert.match((await s.admin.get('/eo/')).text, /<html lang="eo"[\s\S]*Skip to the text[\s\S]*La Moleo/)
      const form = (await s.admin.get('/desk/publication/names?language=en')).text
      assert.match(form, /<legend>Esperanto<\/legend>[^\n]*does not speak this language yet/)
      assert.doesNotMatch(form, /<legend>Russian<\/legend>[^\n]*does not speak/)
      const [later, first] = await s.undoings()
      assert.equal((await s.admin.post(first!, { language: 'en', key: 'early' })).status, 409)
      assert.equal((await s.admin.post(later!, { language: 'en', key: 'u1' })).status, 303)
      assert.equal((await s.admin.get('/eo/')).status, 404)
      assert.equal((await s.admin.post(first!, { language: 'en', key: 'u2' })).status, 303)
      assert.match(await front(), /The Harbour Review/)
      const log = (await s.admin.get('/desk/audit?language=en')).text
      assert.match(
        log,
        /A change of the publication was undone, by[\s\S]*<del><bdi>en: The Mole[\s\S]*?<\/del> → <ins><bdi>en: The Harbour Review/,
      )
    })

    test('has its sections named, ordered and added, and none taken away in which articles stand', async () => {
      await using s = await stage(open)
      const sections = (fields: Fields) => s.post('sections', fields)
      const two = { slugs: ['ports', 'towns'], places: ['2', '1'], names: ['Ports', 'Порты', 'Towns', ''] }
      const headOf = (text: string) => [...text.matchAll(/\/en\/section\/(\w+)"/g)].map(([, slug]) => slug)
      const head = async () => headOf((await s.admin.get('/en/')).text)
      const seen = await sections({ ...two, names: ['Harbours', 'Порты', 'Towns', ''], preview: '1' })
      assert.match(seen.text, /This is a preview[\s\S]*name="places" value="2"[\s\S]*>Harbours<\/a>/)
      assert.deepEqual(headOf(seen.text).slice(0, 2), ['towns', 'ports'])
      assert.deepEqual((await head()).slice(0, 1), ['ports'])
      assert.match((await sections({ ...two, again: '1' })).text, /name="slugs" type="text" value="towns"/)
      assert.equal((await sections(two)).status, 303)
      assert.deepEqual((await head()).slice(0, 2), ['towns', 'ports'])
      const gone = await sections({ slugs: ['ports', 'towns'], places: ['1', '2'], names: ['', '', 'Towns', ''] })
      assert.deepEqual([gone.status, /There are articles in the section “ports”/.test(gone.text)], [409, true])
      const wrong = await sections({ slugs: ['ports', 'No Good'], places: ['1', '2'], names: ['Ports', '', 'X', ''] })
      assert.equal(wrong.status, 422)
      assert.equal(
        (await sections({ slugs: ['ports', 'towns'], places: ['1', '2'], names: ['Ports', '', '', ''] })).status,
        303,
      )
      assert.doesNotMatch((await s.admin.get('/en/')).text, /section\/towns/)
    })

    test('has pages of its own, which are seen before they are saved, found from where they shall be, and undone', async () => {
      await using s = await stage(open)
      const words = '## Who we are\n\nFour *people* and <b>a boat</b>.'
      const page = { in: 'en', title: 'About us', words, slug: 'us', place: 'foot' }
      const preview = await s.post('pages/new', { ...page, preview: '1' })
      assert.match(preview.text, /This is a preview[\s\S]*<h2 id="p-1">Who we are<\/h2>[\s\S]*&lt;b&gt;a boat/)
      assert.equal((await s.post('pages/new', page)).status, 303)
      assert.match((await s.admin.get('/en/about/us')).text, /<h1>About us<\/h1>[\s\S]*<em>people<\/em>/)
      assert.match((await s.admin.get('/ru/about/us')).text, /<article class="sheet" lang="en"/)
      assert.match((await s.admin.get('/en/ferry')).text, /<footer[\s\S]*<a href="\/en\/about\/us">About us<\/a>/)
      const russian = { ...page, in: 'ru', title: 'О нас', words: 'Четверо.', place: 'head' }
      assert.equal((await s.post('pages/us', russian)).status, 303)
      assert.match(
        (await s.admin.get('/ru/')).text,
        /<nav class="sections"[\s\S]*<a href="\/ru\/about\/us">О нас<\/a>[\s\S]*<\/nav>/,
      )
      assert.equal((await s.post('pages/new', { ...page, slug: 'search' })).status, 422)
      assert.equal((await s.post('pages/new', page)).status, 409)
      assert.equal((await s.post('pages/us', { ...page, end: '1' })).status, 303)
      assert.equal((await s.admin.get('/en/about/us')).status, 404)
      await s.admin.post((await s.undoings())[0]!, { language: 'en', key: 'back' })
      assert.match((await s.admin.get('/ru/about/us')).text, /Четверо/)
    })

    test('takes no colour in which words could not be read, and is set in those that it takes', async () => {
      await using s = await stage(open)
      const own = { own: '1', accent: '#1f4e7a', accentDark: '#8fbfe8', typeface: 'sans', mark: '' }
      const pale = await s.post('look', { ...own, accent: '#ffcc00' })
      assert.deepEqual([pale.status, /id="accent-error">[^<]*at least 4\.5/.test(pale.text)], [422, true])
      assert.equal((await s.post('look', { ...own, accentDark: '#112233' })).status, 422)
      const preview = await s.post('look', { ...own, preview: '1' })
      const [, styles] = /<link rel="stylesheet" href="(\/colours\/[^"]+)">/.exec(preview.text)!
      assert.equal((await s.post('look', own)).status, 303)
      assert.ok((await s.admin.get('/en/ferry')).text.includes(styles!))
      const sheet = await s.admin.get(styles!)
      assert.match(sheet.text, /--accent:light-dark\(#1f4e7a,#8fbfe8\);--words:var\(--tools\)/)
      assert.equal((await s.admin.get('/colours/1f4e7a-red;-sans.css')).status, 404)
    })

    test('has its front page arranged by hand, and by time again', async () => {
      await using s = await stage(open)
      const other = await publish(s.site, { slug: 'mole', title: 'The mole', words: 'It stands.' })
      const lead = async (text?: string) =>
        /class="teaser lead[\s\S]*?<h2><a href="\/en\/(\w+)"/.exec(text ?? (await s.admin.get('/en/')).text)![1]
      assert.equal(await lead(), 'mole')
      const placed = { articles: [String(other), String(s.articleId)], places: ['', '1'] }
      assert.equal(await lead((await s.post('front', { ...placed, preview: '1' })).text), 'ferry')
      assert.equal(await lead(), 'mole')
      assert.equal((await s.post('front', placed)).status, 303)
      assert.equal(await lead(), 'ferry')
      assert.match(
        (await s.admin.get('/desk/publication/front?language=en')).text,
        /name="places" type="text" value="1"/,
      )
      const many = Array.from({ length: 13 }, (_, at) => String(at + 1))
      assert.equal((await s.post('front', { articles: many, places: many })).status, 422)
      await s.admin.post((await s.undoings())[0]!, { language: 'en', key: 'back' })
      assert.equal(await lead(), 'mole')
    })

    test('has its rules said in each language, by numbers that stay', async () => {
      await using s = await stage(open)
      const rules = (fields: Fields) => s.post('rules', { in: 'en', ...fields })
      const said = { numbers: ['1', ''], titles: ['Argue', 'No advertising'], words: ['With the words.', 'None.'] }
      const seen = await rules({ ...said, preview: '1' })
      assert.match(seen.text, /This is a preview[\s\S]*name="in" value="en"[\s\S]*id="rule-2"[\s\S]*<p>None\.<\/p>/)
      assert.doesNotMatch((await s.admin.get('/en/rules')).text, /rule-2/)
      assert.equal((await rules(said)).status, 303)
      assert.match(
        (await s.admin.get('/en/rules')).text,
        /id="rule-1"[\s\S]*Argue[\s\S]*id="rule-2"[\s\S]*No advertising/,
      )
      assert.equal(
        (await rules({ numbers: ['1', '2'], titles: ['Argue', ''], words: ['With the words.', 'None.'] })).status,
        422,
      )
      assert.equal(
        (await rules({ numbers: ['1', '2'], titles: ['Argue', ''], words: ['With the words.', ''] })).status,
        303,
      )
      assert.doesNotMatch((await s.admin.get('/en/rules')).text, /rule-2/)
    })
  })
}

type Fields = Record<string, string | readonly string[] | undefined>

const NAMED = {
  tags: ['en', 'ru'],
  names: ['The Harbour Review', 'The Harbour Review'],
  mottos: ['Read twice', 'Read twice'],
  default: 'en',
  zone: 'Europe/Berlin',
  telegram: '',
  mail: '',
}

async function stage(open: (typeof DATABASES)[number]['open']) {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url))
  const articleId = await publish(site, ARTICLE)
  const { cookies } = await visitor(site, 'Ada', 'admin')
  let sent = 0

  async function post(part: string, fields: Fields) {
    const body = new URLSearchParams({ language: 'en', key: `form ${++sent}` })
    for (const [name, value] of Object.entries(fields))
      for (const one of [value].flat()) if (one !== undefined) body.append(name, one)
    const headers = { cookie: cookies, origin: site.url, 'sec-fetch-site': 'same-origin' }
    const answer = await fetch(`${site.url}/desk/publication/${part}`, {
      method: 'POST',
      body,
      headers,
      redirect: 'manual',
    })
    return { status: answer.status, text: await answer.text() }
  }

  const admin = browserAt(site.url, cookies)
  async function undoings() {
    const { text } = await admin.get('/desk/publication?language=en')
    return [...text.matchAll(/action="(\/desk\/publication\/changes\/\d+\/undoing)"/g)].map(([, action]) => action)
  }

  const moved = ending.move()
  return { site, articleId, admin, post, undoings, [Symbol.asyncDispose]: () => moved.disposeAsync() }
}
