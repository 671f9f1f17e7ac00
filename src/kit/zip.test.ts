import assert from 'node:assert/strict'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { filesInZip } from '../../test/support/zip-files.ts'
import { type ZipEntry, zipOf } from './zip.ts'

const AT = Date.UTC(2026, 10, 30)

test('an archive holds what was put into it, read by another program', async () => {
  const entries = async function* (): AsyncGenerator<ZipEntry> {
    yield { name: 'index.html', chunks: ['<p>', 'Fähre', '</p>'] }
    yield { name: 'data/пустой.json', chunks: [] }
  }
  const files = await filesInZip(await buffer(zipOf(entries(), AT)))
  assert.deepEqual(
    [...files],
    [
      ['index.html', '<p>Fähre</p>'],
      ['data/пустой.json', ''],
    ],
  )
})

test('what fails while an archive is made fails whoever takes it, and nothing is made for those who go', async () => {
  const failing = async function* (): AsyncGenerator<ZipEntry> {
    yield { name: 'one', chunks: ['1'] }
    throw new Error('no more')
  }
  await assert.rejects(buffer(zipOf(failing(), AT)), /no more/)

  let made = 0
  const endless = async function* (): AsyncGenerator<ZipEntry> {
    for (;;) yield { name: `${made++}`, chunks: [new Uint8Array(100_000)] }
  }
  for await (const _ of zipOf(endless(), AT)) break
  const before = made
  await new Promise(setImmediate)
  assert.equal(made, before)
})
