import assert from 'node:assert/strict'
import { readdirSync } from 'node:fs'
import { describe, test } from 'node:test'
import sharp from 'sharp'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const ARTICLE = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.\n\n![A quay](1.jpg)' }

for (const { name, open } of DATABASES) {
  describe(`pictures at the desk on ${name}`, () => {
    test('are brought by a form, each once, and described before anything else', async () => {
      await using s = await stage(open)
      const [quay, mole] = await Promise.all([drawnAs(60, 40), drawnAs(50, 50)])
      const first = await s.upload([['quay.png', quay]])
      assert.deepEqual([first.status, first.location], [303, '/desk/pictures/1?language=en'])
      assert.deepEqual((await s.upload([['again.png', quay]])).location, first.location, 'the same picture is one')
      const many = await s.upload([
        ['quay.png', quay],
        ['mole.png', mole],
      ])
      assert.equal(many.location, '/desk/pictures?language=en&lacking=1')
      assert.equal(filesOf(s.site).length, 4, 'two files of each, and nothing else')
      assert.match((await s.editor.get('/desk/pictures?language=en')).text, />2 without text<\/a>/)

      const bare = await s.describe(1, { alt: ' ' })
      assert.deepEqual(
        [bare.status, /id="alt-error"[^>]*>Describe what the picture shows/.test(bare.text)],
        [422, true],
      )
      const said = { alt: 'Ein Kai im Nebel', caption: 'Der Kai', credit: 'Foto: Änne', focusX: '10', focusY: '90' }
      assert.equal((await s.describe(1, { ...said, alt: 'A quay in fog', caption: 'The quay' })).status, 303)
      assert.equal((await s.describe(1, { ...said, in: 'ru', alt: 'Причал в тумане' })).status, 303)
      const page = (await s.editor.get('/desk/pictures/1?language=en&in=ru')).text
      assert.match(page, /Причал в тумане<\/textarea>/)
      assert.match(page, /name="focusX" type="range" min="0" max="100" value="10"/)
      const lacking = (await s.editor.get('/desk/pictures?language=en&lacking=1')).text
      assert.deepEqual([lacking.includes('/desk/pictures/1?'), lacking.includes('/desk/pictures/2?')], [false, true])
      for (const [words, found] of [
        ['FOG quay', true],
        ['тумане', true],
        ['foto anne', true],
        ['fog rain', false],
        ['100%', false],
      ] as const) {
        const { text } = await s.editor.get(`/desk/pictures?language=en&words=${encodeURIComponent(words)}`)
        assert.equal(text.includes('/desk/pictures/1?'), found, words)
      }
    })

    test('are told where they stand, show what is said of them there, and go when they stand nowhere', async () => {
      await using s = await stage(open)
      await s.upload([['quay.png', await drawnAs(60, 40)]])
      const early = await s.editor.post('/desk/articles/1/pictures', { picture: '1', language: 'en', key: 'early' })
      assert.deepEqual([early.status, /First describe what this picture shows/.test(early.text)], [409, true])
      assert.equal((await s.describe(1, { alt: 'A quay in fog', caption: 'The quay' })).status, 303)
      assert.equal(await s.use(1), 303)
      const chosen = (await s.editor.get('/desk/articles/1/pictures?language=en')).text
      assert.match(chosen, /<code dir="ltr">!\[A quay in fog\]\(1\.jpg &quot;The quay&quot;\)<\/code>/)
      const shown = async () => (await s.editor.get('/en/ferry')).text
      assert.equal((await shown()).match(/<picture><source type="image\/avif"/g)?.length, 2)
      assert.match(
        await shown(),
        /alt="A quay in fog"[^>]*><\/picture><figcaption>The quay/,
        'the shelf’s words stand where the edition has none',
      )
      const credit = { alt: 'A quay', credit: 'Photo: Ann', focusX: '0', focusY: '100' }
      assert.equal((await s.describe(1, credit)).status, 303)
      assert.equal((await shown()).match(/<span class="credit">Photo: Ann<\/span>/g)?.length, 2)
      assert.match((await s.editor.get('/en/')).text, /<img src="\/media\/[^"]+\.jpg" class="focus-x-0 focus-y-10"/)
      assert.match((await s.editor.get('/desk/pictures?language=en')).text, /In: <bdi>The ferry/)
      assert.match((await s.editor.get('/desk/pictures/1?language=en')).text, /<a href="\/en\/ferry">The ferry<\/a>/)

      const remove = () => s.editor.post('/desk/pictures/1/removal', { language: 'en', key: `${Math.random()}` })
      assert.equal((await remove()).status, 409)
      await s.use(null)
      assert.equal((await remove()).status, 303)
      assert.deepEqual(filesOf(s.site), [])
      assert.equal((await s.editor.get('/desk/pictures/1?language=en')).status, 404)
      assert.match((await s.admin.get('/desk/audit?language=en')).text, /A picture was removed, by/)
    })

    test('are refused in a sentence when they are none, too large, or would be once they are unpacked', async () => {
      await using s = await stage(open)
      const bomb = await drawnAs(9_000, 9_000)
      assert.ok(bomb.length < 1024 * 1024)
      const good = await drawnAs(60, 40)
      const cases: [string, Buffer, RegExp][] = [
        ['text.png', Buffer.from('<script>alert(1)</script>'), /neither JPEG, PNG/],
        ['half.png', (await drawnAs(300, 300)).subarray(0, 200), /cannot be read/],
        ['bomb.png', bomb, /too many pixels/],
        ['none.png', Buffer.alloc(0), /Choose a picture/],
      ]
      for (const [what, bytes, sentence] of cases) {
        const refused = await s.upload([[what, bytes]])
        assert.deepEqual([refused.status, sentence.test(refused.error)], [422, true], `${what}: ${refused.error}`)
      }
      // Whoever sends more than is taken is cut off, before or after the sentence has reached them.
      await s.upload([['large.png', Buffer.alloc(21 * 1024 * 1024)]]).then(
        ({ status, error }) => assert.deepEqual([status, /too large/.test(error)], [422, true]),
        (error) => assert.match(String(error.cause), /EPIPE|ECONNRESET|other side closed/),
      )
      assert.deepEqual(filesOf(s.site), [])
      const some = await s.upload([
        ['good.png', good],
        ['bad <b>.png', Buffer.from('%PDF-1.7')],
      ])
      assert.deepEqual([some.status, /“bad &lt;b&gt;\.png”: The picture is neither/.test(some.error)], [422, true])
      assert.equal(filesOf(s.site).length, 2, 'the good one stays')
      const crowd = Array.from({ length: 21 }, (_, n): [string, Buffer] => [`${n}.png`, good])
      assert.match((await s.upload(crowd)).error, /at most 20/)
    })
  })
}

async function stage(open: (typeof DATABASES)[number]['open']) {
  await using ending = new AsyncDisposableStack()
  const database = await open()
  ending.defer(() => database.close())
  const site = ending.use(await openSite(database.url))
  const articleId = await publish(site, ARTICLE)
  const [{ cookies }, boss] = [await visitor(site, 'Tern', 'editor'), await visitor(site, 'Ada', 'admin')]
  const editor = browserAt(site.url, cookies)
  let sent = 0

  async function upload(files: readonly (readonly [name: string, bytes: Buffer])[]) {
    const body = new FormData()
    body.set('language', 'en')
    body.set('key', `upload ${++sent}`)
    for (const [name, bytes] of files) body.append('pictures', new Blob([new Uint8Array(bytes)]), name)
    const headers = { cookie: cookies, origin: site.url, 'sec-fetch-site': 'same-origin' }
    const answer = await fetch(`${site.url}/desk/pictures`, { method: 'POST', body, headers, redirect: 'manual' })
    const error = /id="pictures-error"[^>]*>([^<]*)/.exec(await answer.text())?.[1] ?? ''
    return { status: answer.status, location: answer.headers.get('location'), error }
  }

  function describe(id: number, fields: Record<string, string>) {
    const all = { caption: '', credit: '', focusX: '50', focusY: '50', in: 'en', language: 'en', ...fields }
    return editor.post(`/desk/pictures/${id}`, { ...all, key: `describe ${++sent}` })
  }

  /** Puts a picture above the article and into its text, or takes it out of both. */
  async function use(id: number | null) {
    const place = (fields: Record<string, string>) =>
      editor.post(`/desk/articles/${articleId}/pictures`, { language: 'en', key: `place ${++sent}`, ...fields })
    if (id) {
      assert.equal((await place({ picture: `${id}`, within: '1' })).status, 303)
      await publish(site, ARTICLE)
      return (await place({ picture: `${id}` })).status
    }
    const { store } = site.parley
    await store.write((tx) => tx.change<{ articlePicture: { name: string } }>().deleteFrom('articlePicture').execute())
    return (await place({ end: '1' })).status
  }

  const moved = ending.move()
  const admin = browserAt(site.url, boss.cookies)
  return { site, editor, admin, upload, describe, use, [Symbol.asyncDispose]: () => moved.disposeAsync() }
}

function drawnAs(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#357' } })
    .png({ compressionLevel: 9 })
    .toBuffer()
}

function filesOf(site: { parley: { mediaFolder: string } }): string[] {
  try {
    return readdirSync(site.parley.mediaFolder)
  } catch {
    return []
  }
}
