import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { describe, test } from 'node:test'
import { type ParserError, parse } from 'parse5'
import { SaxesParser } from 'saxes'
import { createMail } from '../../src/domain/reach/channels/mail/mail.ts'
import { forTerminal, showable } from '../../src/kit/characters.ts'
import { articleHtml } from '../../src/text/article-html.ts'
import { commentForms } from '../../src/text/comment-forms.ts'
import { atom } from '../../src/web/feeds/feed-forms.ts'
import type { Frame } from '../../src/web/html/frame.ts'
import { jsonLdHtml } from '../../src/web/html/json-ld.ts'
import { html, madeSafe } from '../../src/web/html/template.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { mailServer } from '../support/mail-server.ts'
import { openSite, publish, say, visitor } from '../support/site.ts'
import { STORES } from '../support/stores.ts'

const AT_ONCE = 0x1000
/** Every code point there is, a few thousand at a time, each after a letter and before another. */
const ALL = Array.from({ length: 0x110000 / AT_ONCE }, (_, at) =>
  Array.from({ length: AT_ONCE }, (_, offset) => `a${String.fromCodePoint(at * AT_ONCE + offset)}`).join(''),
)

test('whatever the text is, a feed is well-formed XML', async () => {
  const frame = {
    origin: 'https://review.example',
    publication: { name: 'a\u0008\0', motto: 'b\ufffe', feedBase: 'https://review.example' },
  } as Frame
  for (const text of ALL) {
    const entry = {
      id: 'https://review.example/1',
      url: 'https://review.example/1',
      title: text,
      summary: text,
      content: commentForms(text.replaceAll('\0', '')).html + articleHtml(text) + text,
      published: new Date(0),
      updated: new Date(0),
      authors: [{ name: text }],
    }
    wellFormed(await atom(frame, { title: text, path: '/', self: '/feed', entries: [entry] }))
  }
})

test('whatever the text is, a page holds no character that HTML forbids, and says the same elsewhere', () => {
  for (const text of ALL) {
    const page = html`<!doctype html><html lang="en"><title>${text}</title><p title="${text}">${[text]}</p>${madeSafe(articleHtml(text))}${jsonLdHtml({ name: text })}`
    assert.deepEqual(wrongIn(String(page)), [])
  }
})

test('whatever the text is, JSON gives it back', () => {
  for (const text of ALL) assert.equal(JSON.parse(JSON.stringify({ text })).text, text)
})

test('whatever the text is, a terminal is not commanded', () => {
  for (const text of ALL) assert.doesNotMatch(forTerminal(text), /[[\p{Cc}\p{Bidi_Control}]--[\t\n]]/v)
})

test('whatever the text is, a mail is lines of plain ASCII, and its parts can be read', async (t) => {
  const server = await mailServer(t)
  const mail = createMail({
    smtp: server.url,
    origin: 'https://review.example',
    folder: '',
    clock: () => 0,
    tell: () => {},
  })
  for (const text of [...ALL.slice(0, 3), ALL.at(-1)!, ALL[0xf]!, ALL[0x1f]!])
    await mail.send({ to: 'ada@example.org', subject: text.slice(0, 3_000), text, html: `<p>${articleHtml(text)}</p>` })
  for (const line of server.data) assert.match(line, /^[\t\x20-\x7e]{0,998}$/)
  const subjects = [...server.data.join('\n').matchAll(/^Subject: (.*(?:\n .*)*)/gm)].map(([, subject]) => subject!)
  assert.equal(subjects.length, 6)
  for (const subject of subjects) assert.doesNotMatch(encodedWords(subject), /[\p{Cc}\p{Noncharacter_Code_Point}]/u)
})

test('whatever the text is, a letter that is kept can be shown', async () => {
  await using opened = await STORES[0]!.openStore()
  const mail = createMail({ origin: 'https://review.example', folder: opened.folder, clock: () => 0, tell: () => {} })
  for (const text of ALL.slice(0, 0x10)) await mail.send({ to: 'ada@example.org', subject: 'a', text, html: '' })
  for (const file of (await readdir(opened.folder)).filter((name) => name.endsWith('.eml')))
    assert.doesNotMatch(
      await readFile(path.join(opened.folder, file), 'utf8'),
      /[[\p{Cc}\p{Noncharacter_Code_Point}]--[\t\n\r]]/v,
    )
})

for (const { name, open } of DATABASES) {
  describe(`on ${name}`, () => {
    test('controls in articles and comments reach pages, feeds and searches as what these can carry', async (t) => {
      const fresh = await open()
      t.after(() => fresh.close())
      await using site = await openSite(fresh.url)
      const typed = 'one\u000btwo \u0008 \u001b[31m \ufffe \u{1fffe} http://x.example/%00%0B%EF%BF%BE&#11;&#xfffe; end'
      const articleId = await publish(site, { slug: 'the-hour', title: 'The\u0008hour', words: typed })
      const ada = await visitor(site, 'Ada')
      const comment = await say(site, ada.person, articleId, typed)
      const browser = browserAt(site.url, ada.cookies)
      const paths = [
        '/en/the-hour',
        `/c/${comment.id}/reply?quote=1&language=en`,
        `/people/${ada.person.id}?language=en`,
      ]
      for (const path of paths) {
        const page = await browser.get(path)
        assert.equal(page.status, 200, path)
        assert.deepEqual(wrongIn(page.text), [], path)
      }
      for (const path of [
        '/en/feed.atom',
        '/en/the-hour/feed.atom',
        `/people/${ada.person.id}/feed.atom?language=en`,
      ]) {
        const feed = await browser.get(path)
        assert.equal(feed.status, 200, path)
        wellFormed(feed.text)
        assert.match(feed.text, /one two/)
      }
    })
  })
}

for (const { name, openStore } of STORES) {
  test(`no decoder brings U+0000 into a database, on ${name}`, async () => {
    await using opened = await openStore()
    const { store } = opened
    type Tables = { outlet: { key: string; url: string | null } }
    await store.write(async (tx) => {
      await tx.change<Tables>().insertInto('outlet').values({ key: 'a\0b', url: '\0' }).execute()
      await tx.fill<Tables, 'outlet'>('outlet', [{ key: 'c\0d', url: '\0' }])
    })
    const rows = await store.look<Tables>().selectFrom('outlet').select(['key', 'url']).orderBy('key').execute()
    assert.deepEqual(rows, [
      { key: 'a\ufffdb', url: '\ufffd' },
      { key: 'c\ufffdd', url: '\ufffd' },
    ])
  })
}

test('an address with U+0000 in it is shown as it was typed', () => {
  const { html, plain } = commentForms('http://x/%00 and [x](http://x/%00)')
  assert.match(html, />http:\/\/x\/%00</)
  assert.equal(plain, 'http://x/%00 and x')
  assert.equal(showable(plain), plain)
})

function wellFormed(xml: string) {
  const parser = new SaxesParser({ xmlns: true })
  parser.on('error', (error) => {
    throw error
  })
  parser.write(xml).close()
}

/** Of what a strict reader finds, what is wrong with characters. */
function wrongIn(page: string): string[] {
  const wrong: string[] = []
  const onParseError = ({ code }: ParserError) => /character|surrogate/.test(code) && wrong.push(code)
  parse(page, { onParseError })
  return wrong
}

/** Source: RFC 2047. */
function encodedWords(header: string): string {
  const joined = header.replaceAll('\n ', ' ').replace(/\?=\s+=\?/g, '?==?')
  return joined.replace(/=\?UTF-8\?([BQ])\?([^?]*)\?=/gi, (_, how: string, words: string) =>
    how.toUpperCase() === 'B'
      ? Buffer.from(words, 'base64').toString()
      : Buffer.from(
          words
            .replaceAll('_', ' ')
            .replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
          'latin1',
        ).toString(),
  )
}
