import assert from 'node:assert/strict'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { FIRST_SCRIPT } from '../../src/web/html/first-script.ts'
import { buildAssets } from '../../src/web/http/asset-build.ts'
import { createAssets } from '../../src/web/http/assets.ts'

/** What a page may load of script, compressed as browsers take it, now and with everything to come. */
const FIRST_LOAD_BYTES = 14_000
/** What may be loaded on first use, each by itself. */
const LATER_BYTES = 6_000

const ROOT = path.join(import.meta.dirname, '../..')
const AT_ONCE = ['parley.js', 'chunk.js']
/** What staff load, and no reader. */
const FOR_STAFF = ['desk.js', 'writing.js']

test('the script of a page stays within its budget, and so does each that is loaded on first use', async () => {
  await using folder = await mkdtempDisposable(path.join(tmpdir(), 'parley-assets-'))
  const assets = await createAssets({ cacheFolder: folder.path })
  const bytesOf = async (name: string) => (await assets.find(assets.path(name)))!.brotli!.length
  const atOnce = await Promise.all(AT_ONCE.map(bytesOf))
  const first = atOnce.reduce((sum, bytes) => sum + bytes, FIRST_SCRIPT.length)
  assert.ok(first < FIRST_LOAD_BYTES, `${first} bytes`)

  const scripts = (await buildAssets(ROOT)).map(({ name }) => name).filter((name) => name.endsWith('.js'))
  const later = scripts.filter((name) => ![...AT_ONCE, ...FOR_STAFF].includes(name))
  for (const name of ['discussion-map.js', 'push-devices.js', 'name-completion.js', 'keyboard.js'])
    assert.ok(later.includes(name), `${name} is loaded at once`)
  for (const name of later) {
    const bytes = await bytesOf(name)
    assert.ok(bytes < LATER_BYTES, `${name} has ${bytes} bytes`)
  }
})

test('what a page loads at once asks for nothing else', async () => {
  const scripts = (await buildAssets(ROOT)).filter(({ name }) => name.endsWith('.js'))
  for (const { name, bytes } of scripts) {
    const asked = [
      ...Buffer.from(bytes)
        .toString()
        .matchAll(/(?:from|import)"\.\/([\w-]+)-\w+\.js"/g),
    ].map(([, to]) => to)
    assert.ok(
      asked.every((to) => to === 'chunk' && name !== 'chunk.js'),
      `${name} asks for ${asked}`,
    )
  }
})
