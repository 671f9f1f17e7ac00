import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { browserAt, formIn, type Page } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'
import { until } from '../support/until.ts'

const FERRY = {
  title: 'The ferry leaves later',
  standfirst: 'From nine to ten.',
  words: 'It leaves at **nine**, says the harbour.',
  pictureAlt: '',
  pictureCaption: '',
}

const MINUTE = 60_000
const DAY = 1_440 * MINUTE

for (const { name, open } of DATABASES) {
  describe(`on ${name}, an article`, () => {
    test('is begun, written, previewed, published, changed, withdrawn and retracted by plain forms', async () => {
      await using s = await stage(open)
      const { editor, reader } = s
      assert.match((await editor.get('/desk?language=en')).text, /href="\/desk\/articles\?language=en"/)
      const begun = await editor.send(await editor.get('/desk/articles/new?language=en'), {
        title: FERRY.title,
        standfirst: '',
        editionLanguage: 'en',
      })
      assert.equal(begun.status, 303, begun.text.slice(-600))
      const desk = begun.location
      const at = desk.replace(/\?.*/, '')
      assert.equal((await reader.get('/en/the-ferry-leaves-later')).status, 404)

      const saved = await editor.send(await editor.get(desk), FERRY)
      assert.match((await editor.get(saved.location)).text, /role="status"[^>]*>Saved as a draft/)
      const preview = await editor.get(`${at}/preview?language=en`)
      assert.match(preview.text, /<h1>The ferry leaves later<\/h1>[^§]*<strong>nine<\/strong>/)
      assert.equal((await reader.get(`${at}/preview?language=en`)).status, 403)

      const published = await s.sendTo('publication', await editor.get(desk), {})
      assert.equal(published.status, 303, published.text)
      assert.match(
        (await editor.get(published.location)).text,
        /role="status"[^>]*>Published\. <a href="\/en\/the-ferry-leaves-later"/,
      )
      assert.match((await reader.get('/en/the-ferry-leaves-later')).text, /<strong>nine<\/strong>/)
      assert.match((await reader.get('/en/')).text, /The ferry leaves later/)

      const changed = { ...FERRY, words: 'It leaves at **ten**, says the harbour.' }
      await editor.send(await editor.get(desk), changed)
      assert.match(
        (await reader.get('/en/the-ferry-leaves-later')).text,
        /<strong>nine<\/strong>/,
        'a draft is seen by nobody',
      )
      assert.match((await editor.get(desk)).text, /What is written here is newer/)
      assert.match((await editor.get('/desk/articles?language=en')).text, /changed since it was published/)
      await s.sendTo('publication', await editor.get(desk), {})
      const after = (await reader.get('/en/the-ferry-leaves-later')).text
      assert.match(after, /<strong>ten<\/strong>/)
      assert.match(after, /article:modified_time/)

      await s.sendTo('withdrawal', await editor.get(desk))
      assert.equal((await reader.get('/en/the-ferry-leaves-later')).status, 410)
      assert.doesNotMatch((await reader.get('/en/')).text, /The ferry leaves later/)
      await s.sendTo('publication', await editor.get(desk), {})
      assert.equal((await reader.get('/en/the-ferry-leaves-later')).status, 200)

      const { articleId, author } = s
      await say(s.site, author, articleId, 'It always did.')
      const english = '/desk/editions/1'
      const without = await editor.post(`${english}/retraction`, { reason: ' ', language: 'en' })
      assert.equal(without.status, 422)
      assert.match(without.text, /A reason is needed/)
      await editor.post(`${english}/retraction`, { reason: 'The harbour never said so.', language: 'en' })
      const retracted = (await reader.get('/en/road')).text
      assert.match(retracted, /This article was retracted on[^§]*The harbour never said so\.[^§]*It always did\./)
      assert.doesNotMatch(retracted, /It is closed/)
      assert.doesNotMatch((await reader.get('/en/')).text, /The road/)
      assert.match((await reader.get('/ru/road')).text, /It is closed/, 'each edition has a state of its own')
      const { text: log } = await s.admin.get('/desk/audit?language=en')
      assert.equal(log.match(/An article was published/g)?.length, 3)
      assert.match(log, /An article was retracted[^§]*state: <del>published<\/del> → <ins>retracted<\/ins>/)
      assert.match(log, /An article was withdrawn/)
    })

    test('is not published unfinished, and says where', async () => {
      await using s = await stage(open)
      const desk = await s.begin()
      const masthead = /<reader-corner[\s\S]*?<\/reader-corner>/.exec((await s.editor.get(desk)).text)![0]
      assert.match(masthead, /href="\/en\/account"[^>]*>Your account</, 'whoever is at the desk is signed in')
      const publishing = async (fields: Record<string, string>) =>
        s.sendTo('publication', await s.editor.get(desk), { ...FERRY, ...fields })
      const toCome = await publishing({ words: 'One.\n\nTwo of TK boats.' })
      assert.equal(toCome.status, 422)
      assert.match(toCome.text, /“TK” is still in line 3, “Two of TK boats\.”/)
      assert.match(toCome.text, /Two of TK boats\.<\/textarea>/)
      assert.match((await publishing({ standfirst: 'TK' })).text, /“TK” is still in “TK”/)
      assert.match((await publishing({ title: ' ' })).text, /A title is missing/)
      assert.match((await publishing({ title: 'The \u202eferry' })).text, /holds a character that nobody can see/)
      assert.match((await publishing({ title: 'The fer\u200bry' })).text, /holds a character that nobody can see/)
      assert.match((await publishing({ words: ' ' })).text, /There are no words yet/)
      assert.equal((await s.reader.get('/en/the-ferry-leaves-later')).status, 404)
      assert.equal((await publishing({ words: 'A TKO in the harbour.' })).status, 303)
    })

    test('says where it stands and who signs it, and its former address leads on', async () => {
      await using s = await stage(open)
      const { editor, reader } = s
      const desk = await s.begin()
      await s.sendTo('publication', await editor.get(desk), FERRY)
      const at = desk.replace(/\?.*/, '')
      const given = (fields: Record<string, string>) => editor.post(`${at}/particulars`, { language: 'en', ...fields })
      const placed = await given({ slug: 'later', section: 'ports', signer: 'Author', role: 'author' })
      assert.equal(placed.status, 303, placed.text)
      assert.equal((await reader.get('/en/the-ferry-leaves-later')).location.replace(/\?.*/, ''), '/en/later')
      const { text } = await reader.get('/en/later')
      assert.match(text, /By <b>(?:<a [^>]*>)?<bdi>Author<\/bdi>/)
      assert.match(text, /href="\/en\/section\/ports"/)
      for (const [fields, sentence] of [
        [{ slug: 'search', section: '' }, /An address is made of/],
        [{ slug: 'road', section: '' }, /road/],
        [{ slug: 'later', section: 'moon' }, /no such section/],
        [{ slug: 'later', section: '', signer: 'Nobody', role: 'author' }, /Nobody here is called “Nobody”/],
      ] as const) {
        const refused = await given(fields)
        assert.ok(refused.status >= 400, JSON.stringify(fields))
        assert.match(refused.text, sentence)
      }
    })

    test('keeps aside what somebody saved late, and loses nothing', async () => {
      await using s = await stage(open)
      const desk = await s.begin()
      const [first, second] = [await s.editor.get(desk), await s.admin.get(desk)]
      await s.editor.send(first, { ...FERRY, words: 'By the editor.' })
      const late = await s.admin.send(second, { ...FERRY, words: 'By the administrator.' })
      const aside = await s.admin.get(late.location)
      assert.match(aside.text, /Somebody else saved while this was being written/)
      assert.match(aside.text, /By the <del>editor<\/del>\.<\/td><td>By the <ins>administrator<\/ins>/)
      assert.match((await s.editor.get(desk)).text, /By the editor\.<\/textarea>/)
      const at = desk.replace(/\?.*/, '')
      const list = (await s.editor.get(`${at}/revisions?language=en`)).text
      assert.match(list, /Revision 3<[^§]*kept aside[^§]*Revision 2<[^§]*Eddy[^§]*current/)
      const taken = await s.admin.post(`${at}/revisions/3/restoration`, { language: 'en' })
      assert.match(
        (await s.admin.get(taken.location)).text,
        /Restored as a new revision[^§]*By the administrator\.<\/textarea>/,
      )
      assert.match((await s.editor.get(`${at}/revisions/4?beside=2&language=en`)).text, /<del>editor<\/del>/)
      const back = await s.admin.post(`${at}/revisions/2/restoration`, { language: 'en' })
      assert.match((await s.admin.get(back.location)).text, /By the editor\.<\/textarea>/)
    })

    test('appears and goes by time alone, as it was when it was scheduled, and not before its embargo', async () => {
      await using s = await stage(open)
      const { editor, reader, site } = s
      const desk = await s.begin()
      const at = desk.replace(/\?.*/, '')
      const inDays = (days: number) => new Date(site.parley.clock() + days * DAY).toISOString().slice(0, 16)
      const timed = (act: string, fields: Record<string, string>) =>
        editor.post(`${at}/${act}`, { language: 'en', zone: 'UTC', ...fields })
      const scheduling = async (fields: Record<string, string>) =>
        s.sendTo('schedule', await editor.get(desk), { ...FERRY, zone: 'UTC', ...fields })
      for (const [fields, sentence] of [
        [{}, /Say when it should appear/],
        [{ when: inDays(-1) }, /That time has passed/],
        [{ when: 'soon' }, /This is not a time/],
        [{ when: inDays(1), zone: 'Moon/Base' }, /Moon\/Base/],
        [{ when: inDays(1), words: 'TK' }, /“TK” is still in line 1/],
      ] as const)
        assert.match((await scheduling(fields)).text, sentence)

      assert.equal((await timed('embargo', { embargo: inDays(2) })).status, 303)
      const early = await scheduling({ when: inDays(1) })
      assert.match(early.text, /under embargo/)
      assert.match((await s.sendTo('publication', await editor.get(desk), FERRY)).text, /under embargo/)
      assert.equal((await scheduling({ when: inDays(3) })).status, 303)
      assert.match((await timed('take-off', { until: inDays(2) })).text, /cannot be taken down before it appears/)
      assert.equal((await timed('take-off', { until: inDays(5) })).status, 303)
      await editor.send(await editor.get(desk), { ...FERRY, words: 'Written later.' })
      assert.match((await editor.get(desk)).text, /What is written here is newer/)
      assert.equal((await reader.get('/en/the-ferry-leaves-later')).status, 404)

      await site.restart()
      site.wait(3 * DAY + MINUTE)
      await until(async () => (await reader.get('/en/the-ferry-leaves-later')).status === 200)
      assert.match((await reader.get('/en/the-ferry-leaves-later')).text, /<strong>nine<\/strong>/)
      assert.match((await reader.get('/en/feed.atom')).text, /The ferry leaves later/)
      site.wait(2 * DAY)
      await until(async () => (await reader.get('/en/the-ferry-leaves-later')).status === 410)
      assert.doesNotMatch((await reader.get('/en/feed.atom')).text, /The ferry leaves later/)
      const again = await s.sendTo('publication', await editor.get(desk), {})
      assert.equal(again.status, 303, again.text)
      assert.equal((await reader.get('/en/the-ferry-leaves-later')).status, 200)
      assert.match((await s.admin.get('/desk/audit?language=en&act=edition-scheduled')).text, /appears: \d{4}-/)
    })

    test('goes back from the schedule to a draft', async () => {
      await using s = await stage(open)
      const desk = await s.begin()
      const when = new Date(s.site.parley.clock() + DAY).toISOString().slice(0, 16)
      await s.sendTo('schedule', await s.editor.get(desk), { ...FERRY, when, zone: 'UTC' })
      const back = await s.editor.post(`${desk.replace(/\?.*/, '')}/schedule`, { end: '1', language: 'en' })
      assert.match((await s.editor.get(back.location)).text, /It is a draft again/)
      s.site.wait(2 * DAY)
      await s.site.restart()
      assert.equal((await s.reader.get('/en/the-ferry-leaves-later')).status, 404)
    })

    test('keeps what is typed, tells others of it, and loses nothing when it is taken over', async () => {
      await using s = await stage(open)
      const { editor, admin } = s
      const desk = await s.begin()
      const at = desk.replace(/\?.*/, '')
      const json = { accept: 'application/json' }
      const type = async (who: typeof editor, words: string, base = '1', more = {}) =>
        JSON.parse(
          (await who.post(`${at}/working-copy`, { ...FERRY, base, words, language: 'en', ...more }, json)).text,
        )
      assert.equal((await type(editor, 'Typed by Eddy.')).isKept, true)
      assert.match((await editor.get(desk)).text, /not saved yet[^§]*Typed by Eddy\.<\/textarea>/)
      const held = (await admin.get(desk)).text
      assert.match(held, /Eddy<\/bdi> is writing here/)
      assert.doesNotMatch(held, /Typed by Eddy\.<\/textarea>/)
      const beside = await type(admin, 'Typed by Ada.')
      assert.deepEqual([beside.isKept, beside.taken.by], [false, 'Eddy'])
      assert.match((await admin.get(beside.taken.at)).text, /Somebody else saved while this was being written/)

      const over = await admin.post(`${at}/take-over`, { language: 'en' })
      assert.match((await admin.get(over.location)).text, /It is yours now[^§]*Typed by Eddy\.<\/textarea>/)
      const late = await type(editor, 'Typed by Eddy. And more.')
      assert.equal(late.taken.by, 'Ada')
      assert.match((await editor.get(late.taken.at)).text, /And more\./)
      assert.match(
        (await editor.get(`${at}/revisions?language=en`)).text,
        /Revision 4<[^§]*aside[^§]*Revision 3<[^§]*Eddy[^§]*current/,
      )

      assert.equal((await type(admin, 'Left by Ada.', '3', { end: '1' })).isKept, true)
      assert.match((await editor.get(desk)).text, /Ada<\/bdi> left words here/)
      assert.equal((await type(editor, 'On by Eddy.', '3')).isKept, true)
      const saved = await editor.send(await editor.get(desk), {})
      assert.match((await editor.get(saved.location)).text, /On by Eddy\.<\/textarea>/)
      assert.match((await editor.get(`${at}/revisions/5?language=en`)).text, /Left by Ada\.|Ada/)
      assert.equal((await s.sendTo('publication', await editor.get(desk))).status, 303)
    })

    test('says what is still missing, each with its place', async () => {
      await using s = await stage(open)
      const desk = await s.begin()
      const words = 'One.\n\n![](boat.jpg)\n\nA note[^1] and <b>more</b>, TK.'
      const { location } = await s.editor.send(await s.editor.get(desk), { ...FERRY, standfirst: '', words })
      const missing = /<section id="missing">([\s\S]*?)<\/section>/.exec((await s.editor.get(location)).text)![1]!
      for (const sentence of [
        '<a href="#standfirst">Standfirst</a>',
        '<a href="#words">A description of a picture in the text (line 3)</a>',
        'There is no picture “boat.jpg” (line 3)',
        'There is no note “1” (line 5)',
        'HTML is shown as it was typed (line 5)',
        '“TK”, to come: ',
      ])
        assert.ok(missing.includes(sentence), `${sentence} in ${missing}`)
    })
  })
}

async function stage(open: (typeof DATABASES)[number]['open']) {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url))
  const articleId = await publish(site, { slug: 'road', title: 'The road', words: 'It is closed.', section: 'ports' })
  const [eddy, ada, author] = [
    await visitor(site, 'Eddy', 'editor'),
    await visitor(site, 'Ada', 'admin'),
    await visitor(site, 'Author'),
  ]
  const [editor, admin, reader] = [eddy, ada, author].map(({ cookies }) => browserAt(site.url, cookies)) as [
    ReturnType<typeof browserAt>,
    ReturnType<typeof browserAt>,
    ReturnType<typeof browserAt>,
  ]
  /** Sends what stands in the writing form, with what is typed into it, to one of its other addresses. */
  async function sendTo(act: string, page: Page, typed: Record<string, string> = {}) {
    const { action, fields } = formIn(page)
    return editor.post(`${action}/${act}`, { ...fields, ...typed })
  }
  async function begin() {
    const fields = { title: FERRY.title, standfirst: '', editionLanguage: 'en', language: 'en' }
    return (await editor.post('/desk/articles', fields)).location
  }
  const moved = ending.move()
  const people = { editor, admin, reader, author: author.person }
  return { site, articleId, ...people, sendTo, begin, [Symbol.asyncDispose]: () => moved.disposeAsync() }
}
