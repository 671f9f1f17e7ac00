import assert from 'node:assert/strict'
import { test } from 'node:test'
import { FAULTS } from '../faults/faults.ts'
import { DATABASES } from '../support/databases.ts'

/** The short form of `npm run faults`, whose long form takes its time. */
const SHORT = [/^kill -9 while posting/, /^kill -9 while bringing a database up/, /^a read-only PostgreSQL/]

for (const { name, open } of DATABASES) {
  for (const fault of FAULTS.filter((one) => SHORT.some((short) => short.test(one.name)))) {
    if (fault.on && fault.on !== name) continue
    test(`on ${name}, nothing that was answered for is lost by ${fault.name}, and a loss would be seen`, async () => {
      const { wrong, control } = await fault.run({ open, kills: 1, seconds: 1 })
      assert.deepEqual(wrong, [])
      assert.ok(control.seen, control.planted)
    })
  }
}
