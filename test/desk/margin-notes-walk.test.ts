import assert from 'node:assert/strict'
import { describe, test } from 'node:test'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const AT = '/desk/editions/1'

for (const { name, open } of DATABASES) {
  describe(`on ${name}, a note in the margin`, () => {
    test('goes with its words, says where they are gone, and is resolved', async () => {
      await using s = await stage(open)
      const { editor, admin, stranger } = s
      assert.match((await s.note(editor, { quote: 'a boat', words: 'Which?' })).text, /do not stand in the text/)
      assert.match((await s.note(editor, { quote: ' ', words: 'Which?' })).text, /Say which words/)
      assert.equal((await s.note(editor, { quote: 'at nine', words: 'Or at <b>ten</b>?' })).status, 303)
      assert.match((await admin.get(`${AT}?language=en`)).text, /1 note in the margin/)
      assert.match(await s.notes(), /at nine<\/blockquote>[\s\S]*Or at &lt;b&gt;ten[\s\S]*Line 1<\/span> · .*Eddy/)
      assert.equal((await stranger.get(`${AT}/notes?language=en`)).status, 303)
      assert.doesNotMatch((await stranger.get('/en/ferry')).text, /Or at/)

      await s.save('First of all.\n\nIt leaves at nine. It is old.')
      assert.match(await s.notes(), /Line 3<\/span>/)
      await s.save('It leaves at ten. It is old.')
      assert.match(await s.notes(), /The words stand there no more/)
      const [, end] = /action="(\/desk\/notes\/\d+\/end)"/.exec(await s.notes())!
      assert.equal((await admin.post(end!, { outcome: 'resolved', language: 'en' })).status, 303)
      assert.match(await s.notes(), /No notes wait here[\s\S]*1 earlier note[\s\S]*Done by <bdi>Ada/)
    })

    test('suggests changes, which are taken or left one by one', async () => {
      await using s = await stage(open)
      const { editor, admin } = s
      for (const [quote, instead] of [
        ['leaves', 'departs'],
        ['It is old. ', ''],
        ['nine', 'ten'],
      ] as const)
        assert.equal((await s.note(editor, { quote, instead, words: '', change: '1' })).status, 303, quote)
      const ends = [...(await s.notes()).matchAll(/action="(\/desk\/notes\/\d+\/end)"/g)].map(([, path]) => path!)
      assert.match(await s.notes(), /<del>leaves<\/del> <ins>departs<\/ins>/)
      const end = (path: string, outcome: string) => admin.post(path, { outcome, language: 'en' })
      assert.equal((await end(ends[0]!, 'taken')).status, 303)
      assert.equal((await end(ends[1]!, 'left')).status, 303)
      const typed = {
        title: 'The ferry',
        standfirst: '',
        words: 'Typing.',
        pictureAlt: '',
        pictureCaption: '',
        base: '2',
      }
      await editor.post(`${AT}/working-copy`, { ...typed, language: 'en' }, { accept: 'application/json' })
      assert.match((await end(ends[2]!, 'taken')).text, /Somebody is writing here/)
      await admin.post(`${AT}/take-over`, { language: 'en' })
      await s.save('It departs at nine. It is old. Yes.', '3')
      assert.equal((await end(ends[2]!, 'taken')).status, 303)
      assert.match((await admin.get(`${AT}?language=en`)).text, /It departs at ten\. It is old\. Yes\.<\/textarea>/)
      assert.equal((await end(ends[2]!, 'taken')).status, 303, 'once')
      assert.match((await admin.get(`${AT}?language=en`)).text, /It departs at ten\. It is old\. Yes\.<\/textarea>/)
    })
  })
}

async function stage(open: (typeof DATABASES)[number]['open']) {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url))
  await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine. It is old. ' })
  const [eddy, ada] = [await visitor(site, 'Eddy', 'editor'), await visitor(site, 'Ada', 'admin')]
  const [editor, admin] = [browserAt(site.url, eddy.cookies), browserAt(site.url, ada.cookies)]

  const note = (who: typeof editor, fields: Record<string, string>) =>
    who.post(`${AT}/notes`, { instead: '', language: 'en', ...fields })
  const notes = async () => (await admin.get(`${AT}/notes?language=en`)).text
  async function save(words: string, given?: string) {
    const base = given ?? /name="base" value="(\d+)"/.exec((await admin.get(`${AT}?language=en`)).text)![1]!
    const saved = {
      title: 'The ferry',
      standfirst: '',
      words,
      pictureAlt: '',
      pictureCaption: '',
      base,
      language: 'en',
    }
    assert.equal((await admin.post(AT, saved)).status, 303)
  }
  const moved = ending.move()
  const people = { editor, admin, stranger: browserAt(site.url) }
  return { site, ...people, note, notes, save, [Symbol.asyncDispose]: () => moved.disposeAsync() }
}
