import assert from 'node:assert/strict'
import { execFile } from 'node:child_process'
import path from 'node:path'
import { test } from 'node:test'
import { promisify } from 'node:util'

const GIVE_BACK = path.join(import.meta.dirname, 'give-back.ts')

test('what was not started as a server gives nothing back, and says nothing of it', async () => {
  const program = `import { startGivingBack } from ${JSON.stringify(GIVE_BACK)}\nstartGivingBack().close()`
  const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program])
  assert.deepEqual([stdout, stderr], ['', ''])
})
