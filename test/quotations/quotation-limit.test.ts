import assert from 'node:assert/strict'
import { test } from 'node:test'
import { placeImported, wordingOf } from '../../src/domain/discussion/index.ts'
import { collect } from '../../src/text/quotation-blocks.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt, formIn, type Page } from '../support/front-door.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'The ferry leaves at nine.' }
const MOST = 20

for (const { name, open } of DATABASES) {
  async function setUp() {
    const database = await open()
    const site = await openSite(database.url)
    const articleId = await publish(site, ARTICLE)
    const [ada, bob] = [await visitor(site, 'Ada'), await visitor(site, 'Bob')]
    const comments = []
    for (let n = 1; n < MOST; n++) comments.push(await say(site, ada.person, articleId, `Word number ${n}.`))
    const passages = comments.map(({ id }, at) => `> number ${at + 1}\n> — [Ada, ${at + 1}](/c/${id})\n\nIndeed.\n\n`)
    passages.push('> leaves at nine\n> — [The ferry](/en/ferry)\n\nIndeed.\n\n')
    return {
      site,
      articleId,
      bob,
      browser: browserAt(site.url, bob.cookies),
      /** Quotes so many passages; each of them once, then the first ones again. */
      quoting: (count: number) => Array.from({ length: count }, (_, at) => passages[at % MOST]).join(''),
      async shown(answer: Page) {
        const place = await this.browser.get(answer.location)
        return (await this.browser.get(place.location.split('#')[0]!)).text
      },
      async [Symbol.asyncDispose]() {
        await site[Symbol.asyncDispose]()
        await database.close()
      },
    }
  }

  test(`on ${name}, a comment quotes twenty passages, and one more is refused, named and kept`, async () => {
    await using s = await setUp()
    const form = await s.browser.get('/en/ferry/comment')
    const tooMuch = { words: s.quoting(MOST + 1) }
    for (const fields of [tooMuch, { ...tooMuch, preview: '1' }])
      isRefused(await s.browser.send(form, fields), tooMuch.words)
    assert.doesNotMatch((await s.browser.get('/en/ferry')).text, /<blockquote/)

    const preview = await s.browser.send(form, { words: s.quoting(MOST), preview: '1' })
    assert.equal(quotations(preview.text), MOST)
    const page = await s.shown(await s.browser.send(form, { words: s.quoting(MOST) }))
    assert.equal(quotations(page), MOST)
    assert.match(
      page,
      /number 19<\/p>[\s\S]*>Ada<\/bdi>, in <a href="\/c\/\d+\?language=en">19<[\s\S]*leaves at nine<\/p>/,
    )
  })

  test(`on ${name}, an edit keeps to the limit, too`, async () => {
    await using s = await setUp()
    const { id } = await say(s.site, s.bob.person, s.articleId, 'Nothing quoted yet.')
    const form = await s.browser.get(`/c/${id}/edit`)
    isRefused(await s.browser.send(form, { words: s.quoting(MOST + 1) }), s.quoting(MOST + 1))
    assert.equal(quotations(await s.shown(await s.browser.send(form, { words: s.quoting(MOST) }))), MOST)
    const again = await s.browser.get(`/c/${id}/edit`)
    assert.equal(formIn(again).fields.words, s.quoting(MOST))
    assert.equal((await s.browser.send(again, { words: `Twice. ${s.quoting(MOST)}` })).status, 303)
  })

  test(`on ${name}, JSON is told the same`, async () => {
    await using s = await setUp()
    const send = async (words: string) => {
      const headers = { 'content-type': 'application/json', cookie: s.bob.cookies, origin: s.site.url }
      const body = JSON.stringify({ words, language: 'en' })
      return fetch(`${s.site.url}/a/${s.articleId}/comments`, { method: 'POST', headers, body })
    }
    const refused = await send(s.quoting(MOST + 1))
    assert.equal(refused.status, 422)
    const { key, detail, errors } = await refused.json()
    assert.deepEqual(errors, [{ field: 'words', key, detail }])
    assert.equal(key, 'quotation.too-many')
    assert.equal(detail, 'That is 21 quotations; a comment can hold at most 20.')
    assert.equal((await send(s.quoting(MOST))).status, 201)
  })

  test(`on ${name}, what came with more quotations than that stands as it came`, async () => {
    await using s = await setUp()
    const { words, blocks } = collect(s.quoting(MOST + 5))
    const brought = {
      articleId: s.articleId,
      parent: undefined,
      authorId: s.bob.person.id,
      language: null,
      postedAt: s.site.parley.clock(),
      wording: wordingOf(words),
      editedAt: null,
      removal: null,
      quotations: blocks.map(({ slot, words, attribution, of }) => ({
        slot,
        words,
        attribution,
        ofCommentId: 'comment' in of ? (of.comment as never) : null,
        ofEditionId: 'comment' in of ? null : (1 as never),
        state: 'standing' as const,
      })),
    }
    const { store } = s.site.parley
    const { value } = await store.write((tx) => placeImported(tx, brought))
    const form = await s.browser.get(`/c/${value.id}/edit`)
    assert.equal(formIn(form).fields.words, s.quoting(MOST + 5))
    isRefused(await s.browser.send(form, { words: `Twice. ${s.quoting(MOST + 5)}` }), `Twice. ${s.quoting(MOST + 5)}`)
    assert.equal(quotations((await s.browser.get(`/en/ferry?under=${value.id}`)).text), MOST + 5)
  })
}

function isRefused(answer: Page, typed: string) {
  assert.equal(answer.status, 422)
  assert.match(answer.text, /role="alert">That is \d\d quotations; a comment can hold at most 20\./)
  assert.equal(formIn(answer).fields.words, typed)
}

function quotations(page: string): number {
  return page.split('<blockquote class="quotation">').length - 1
}
