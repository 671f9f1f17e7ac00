import assert from 'node:assert/strict'
import { globSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { paths } from './paths.ts'

test('every noun’s addresses are among all, and no two share a name', async () => {
  const files = globSync('**/*.ts', { cwd: import.meta.dirname }).filter((file) => !file.endsWith('.test.ts'))
  const parts = await Promise.all(files.map((file) => import(path.join(import.meta.dirname, file))))
  const nouns = parts.flatMap((part) => Object.entries(part).filter(([name]) => name.endsWith('Paths')))
  const names = nouns.flatMap(([, noun]) => Object.keys(noun as object))
  assert.deepEqual(names.toSorted(), Object.keys(paths).toSorted())
})
