import assert from 'node:assert/strict'
import { test } from 'node:test'
import { STORES } from '../../test/support/stores.ts'
import { createComplaints } from '../kit/complaints.ts'
import { createLog } from '../kit/log.ts'
import { Trouble } from '../kit/trouble.ts'
import { jobComplaint } from './job-complaint.ts'

test('what is wrong with the database is over when a job that it held up has done its work, and not with the rest of another', async () => {
  await using open = await STORES[0]!.openStore()
  const lines: string[] = []
  const sink = { write: (text: string) => lines.push(text.trimEnd()) }
  const complaints = createComplaints(await createLog('people', sink, sink))
  const [writes, rests] = ['one', 'another'].map((job) => jobComplaint({ store: open.store, complaints }, job))
  writes!.wrong(new Trouble('busy', 'store.unwritable'))
  rests!.well()
  assert.equal(lines.length, 1)
  assert.deepEqual(
    complaints.standing().map(({ about }) => about),
    ['database'],
  )
  writes!.well()
  assert.match(lines.at(-1)!, /^This is well again\. \(about database/)
})
