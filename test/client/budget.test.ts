import assert from 'node:assert/strict'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { test } from 'node:test'
import { createAssets } from '../../src/web/http/assets.ts'

/** What a page may load of script, compressed as browsers take it, now and with everything to come. */
const BUDGET_BYTES = 14_000

test('the script of a page stays within its budget', async () => {
  await using folder = await mkdtempDisposable(path.join(tmpdir(), 'parley-assets-'))
  const assets = await createAssets({ cacheFolder: folder.path })
  const script = assets.find(assets.path('parley.js'))!
  assert.ok(script.brotli!.length < BUDGET_BYTES, `${script.brotli!.length} bytes`)
})
