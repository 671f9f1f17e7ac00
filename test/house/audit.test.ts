import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { test } from 'node:test'
import { sentencesIn } from '../../src/kit/sentences.ts'
import { ACTS } from '../../src/web/desk/audit/audit.ts'
import { root } from '../run/command.ts'

test('every act that a part declares can be asked for at the desk, and has its sentences', async () => {
  const files = globSync('src/**/acts.ts', { cwd: root })
  const declared = await Promise.all(files.map((file) => import(path.join(root, file))))
  assert.deepEqual(new Set(ACTS), new Set(declared.flatMap(({ acts }) => acts)))
  assert.equal(new Set(ACTS.map(({ name }) => name)).size, ACTS.length)
  for (const { name } of ACTS)
    for (const key of [`act.${name}`, `act-name.${name}`]) assert.ok(sentencesIn('en')(key, { about: 'somebody' }), key)
})

test('nothing changes the audit log, or takes an entry out', () => {
  const files = globSync('src/**/*.ts', { cwd: root }).filter((file) => !/\.test\.ts$/.test(file))
  const naming = files.filter((file) => readFileSync(path.join(root, file), 'utf8').includes('auditEntry'))
  const kept = 'src/domain/audit/audit-log.ts'
  const reading = [
    'src/domain/people/data-kinds.ts',
    'src/domain/audit/act.ts',
    'src/domain/audit/migrations.ts',
    'src/web/desk/audit/audit.ts',
  ]
  assert.deepEqual(naming.toSorted(), [kept, ...reading].toSorted())
  assert.doesNotMatch(readFileSync(path.join(root, kept), 'utf8'), /updateTable|deleteFrom|onConflict/)
})
