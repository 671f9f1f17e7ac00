import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import { forgetPortraits } from '../../src/domain/media/index.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }

for (const { name, open } of DATABASES) {
  describe(`somebody’s page on ${name}`, () => {
    test('shows the picture that they gave, drawn anew and without what the camera noted', async () => {
      await using s = await stage(open)
      const exif = { IFD0: { Copyright: 'a secret place', Artist: 'Tern' } }
      const given = await drawnAs(900, 600).jpeg().withExif(exif).toBuffer()
      assert.ok(given.includes('a secret place'))
      const sent = await s.upload(given)
      assert.equal(sent.status, 303, await sent.text())
      const page = (await s.tern.get(`/people/${s.id}?language=en`)).text
      const [, src] = /<img class="portrait" src="(\/media\/[^"]+)" alt=""/.exec(page)!
      const answer = await fetch(s.site.url + src!)
      assert.equal(answer.headers.get('cache-control'), 'public, max-age=31536000, immutable')
      const bytes = Buffer.from(await answer.arrayBuffer())
      const { format, width, height, exif: kept } = await sharp(bytes).metadata()
      assert.deepEqual([format, width, height, kept], ['webp', 384, 384, undefined])
      assert.ok(!bytes.includes('secret'))
      assert.deepEqual(filesOf(s.site), [src!.slice('/media/'.length)], 'nothing else is kept')

      assert.equal((await s.upload(await drawnAs(40, 900).negate().png().toBuffer())).status, 303)
      assert.equal(await forgetPortraits(s.site.parley.store, s.site.parley.media, 0), 1)
      assert.equal((await fetch(s.site.url + src!)).status, 404)
      const ended = await s.tern.post('/en/account/picture', { end: '1', language: 'en', key: 'end' })
      assert.equal(ended.status, 303)
      assert.doesNotMatch((await s.tern.get(`/people/${s.id}?language=en`)).text, /<img/)
      await forgetPortraits(s.site.parley.store, s.site.parley.media, 0)
      assert.deepEqual(filesOf(s.site), [])
    })

    test('refuses what is no picture, is too large, or would be once it is unpacked, in a sentence', async () => {
      await using s = await stage(open)
      const bomb = await sharp({ create: { width: 9_000, height: 9_000, channels: 3, background: 'white' } })
        .png({ compressionLevel: 9 })
        .toBuffer()
      assert.ok(bomb.length < 1024 * 1024)
      const cases: [string, Buffer, RegExp][] = [
        ['text', Buffer.from('<script>alert(1)</script>'), /JPEG, PNG, WebP/],
        ['half', (await drawnAs(300, 300).png().toBuffer()).subarray(0, 200), /cannot be read/],
        ['bomb', bomb, /too many pixels/],
        ['bytes', Buffer.alloc(6 * 1024 * 1024), /at most 5,/],
        ['none', Buffer.alloc(0), /Choose a picture/],
      ]
      for (const [what, bytes, sentence] of cases) {
        const refused = await s.upload(bytes)
        const text = await refused.text()
        assert.equal(refused.status, 422, what)
        assert.match(/id="picture-error">([^<]*)/.exec(text)?.[1] ?? text, sentence, what)
      }
      assert.deepEqual(filesOf(s.site), [])
    })

    test('links to where else they are found, and to the open web alone', async () => {
      await using s = await stage(open)
      const save = (links: string) =>
        s.tern.post('/en/account/profile', { about: '', links, language: 'en', key: links })
      const good = 'https://social.example/@tern\n\n https://tern.example/ \nhttps://tern.example/'
      assert.equal((await save(good)).status, 303)
      const page = (await s.tern.get(`/people/${s.id}?language=en`)).text
      assert.match(
        page,
        /<a href="https:\/\/social\.example\/@tern" rel="me nofollow ugc noopener" dir="ltr">social\.example\/@tern<\/a>/,
      )
      assert.equal(page.match(/rel="me/g)?.length, 2)
      for (const wrong of [
        'http://tern.example',
        'javascript:alert(1)',
        'https://127.0.0.1/',
        'https://[::1]/',
        'https://localhost/',
        'https://printer.local/',
        'https://ada:secret@tern.example/',
        'https://tern.example:8443/',
        `https://tern.example/${'a'.repeat(200)}`,
        Array.from({ length: 6 }, (_, n) => `https://tern.example/${n}`).join('\n'),
      ]) {
        const refused = await save(wrong)
        assert.equal(refused.status, 422, wrong)
        assert.match(refused.text, /id="links-error"/, wrong)
        assert.ok(refused.text.includes(wrong.split('\n')[0]!), 'what was typed stays')
      }
    })
  })
}

function drawnAs(width: number, height: number) {
  return sharp({ create: { width, height, channels: 3, background: { r: 20, g: 90, b: 160 } } })
}

function filesOf({ parley }: { parley: { mediaFolder: string } }): string[] {
  try {
    return readdirSync(parley.mediaFolder)
  } catch {
    return []
  }
}

async function stage(open: (typeof DATABASES)[number]['open']) {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url))
  await publish(site, ARTICLE)
  const { person, cookies } = await visitor(site, 'Tern')
  let uploads = 0
  const upload = (bytes: Buffer) => {
    const body = new FormData()
    body.set('language', 'en')
    body.set('key', `upload ${++uploads}`)
    body.set('picture', new Blob([new Uint8Array(bytes)]), 'me.jpg')
    const headers = { cookie: cookies, origin: site.url, 'sec-fetch-site': 'same-origin' }
    return fetch(`${site.url}/en/account/picture`, { method: 'POST', body, headers, redirect: 'manual' })
  }
  const moved = ending.move()
  const tern = browserAt(site.url, cookies)
  return { site, tern, id: person.id, upload, [Symbol.asyncDispose]: () => moved.disposeAsync() }
}
