import assert from 'node:assert/strict'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { createAssets } from './assets.ts'

/** Of the 45 kB that a first view may take (bench/first-view.ts), where HTML and script take some 31. */
const CSS_BUDGET = 9 * 1024

test('makes the files once, under names that carry their hash, and takes them from the cache afterwards', async (t) => {
  const cacheFolder = await mkdtemp(path.join(tmpdir(), 'parley-assets-'))
  t.after(() => rm(cacheFolder, { recursive: true }))
  const first = await createAssets({ cacheFolder })
  const css = first.path('parley.css')
  assert.match(css, /^\/assets\/parley-[0-9a-f]{10}\.css$/)
  const kept = await readdir(cacheFolder)
  assert.equal(kept.length, 1)

  const second = await createAssets({ cacheFolder })
  assert.equal(second.path('parley.css'), css)
  assert.deepEqual(await second.find(css), await first.find(css))
  assert.deepEqual(await readdir(cacheFolder), kept)

  await t.test('compressed forms hold the same bytes, and the styles stay within their budget', async () => {
    const { bytes, gzip, brotli, type } = (await first.find(css))!
    assert.equal(type, 'text/css; charset=utf-8')
    assert.deepEqual(gunzipSync(gzip!), bytes)
    assert.deepEqual(brotliDecompressSync(brotli!), bytes)
    assert.ok(brotli!.length < CSS_BUDGET, `${brotli!.length} bytes`)
  })

  await t.test('every file that the styles name is there, and none is on another host', async () => {
    const styles = (await first.find(css))!.bytes.toString()
    const named = [...styles.matchAll(/url\(["']?([^"')]+)/g)].map(([, url]) => url!)
    assert.ok(named.length > 20)
    assert.deepEqual(
      named.filter((url) => !first.find(url)),
      [],
    )
  })

  await t.test('a cache that is emptied meanwhile is filled again by what is asked for next', async () => {
    const { bytes } = (await first.find(css))!
    const third = await createAssets({ cacheFolder })
    await Promise.all(kept.map((folder) => rm(path.join(cacheFolder, folder), { recursive: true })))
    assert.deepEqual((await third.find(css))!.bytes, bytes)
    assert.deepEqual(await readdir(cacheFolder), kept)
  })

  await t.test('what does not exist is not found, and naming it is a mistake of ours', () => {
    assert.equal(first.find('/assets/parley.css'), undefined)
    assert.equal(first.find('/assets/../../package.json'), undefined)
    assert.throws(() => first.path('other.css'), /no asset named other\.css/)
  })
})
