import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { gunzipSync } from 'node:zlib'
import { demoLines } from '../../../test/support/exports.ts'
import { compressed } from './index.ts'

test('a gzipped export names neither time nor system, and holds the same lines', async () => {
  const lines = await demoLines()
  const once = await buffer(compressed(linesOf(lines)))
  assert.deepEqual(once, await buffer(compressed(linesOf(lines))))
  assert.deepEqual([...once.subarray(4, 8), once[9]], [0, 0, 0, 0, 255])
  assert.equal(gunzipSync(once).toString(), lines.join('\n'))
})

async function* linesOf(lines: readonly string[]) {
  yield lines.join('\n')
}
