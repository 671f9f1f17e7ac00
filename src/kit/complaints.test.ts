import assert from 'node:assert/strict'
import { test } from 'node:test'
import { MINUTE_MS } from './clock.ts'
import { createComplaints } from './complaints.ts'
import { createLog, type LogForm } from './log.ts'
import { sentencesIn } from './sentences.ts'
import { Trouble } from './trouble.ts'

const SILENT = sentencesIn('en')('store.silent')

async function opened(form: LogForm = 'people') {
  const lines: string[] = []
  const sink = { write: (text: string) => lines.push(text.trimEnd()) }
  let at = 0
  const complaints = createComplaints(await createLog(form, sink, sink), () => at)
  const take = () => lines.splice(0)
  return { complaints, take, pass: (ms: number) => (at += ms) }
}

test('what goes wrong every second is told once, then how often, and when it is over', async () => {
  const { complaints, take, pass } = await opened()
  const database = complaints.about('database')
  for (let second = 0; second < 1_200; second++, pass(1_000))
    database.wrong(new Trouble('busy', 'store.silent', {}, { retryAfterSeconds: 5 }))
  assert.deepEqual(take(), [`${SILENT} (about database)`, `Still, 600 times more: ${SILENT} (about database)`])
  const [{ about, times, sinceMs } = assert.fail()] = complaints.standing()
  assert.deepEqual([about, times, sinceMs], ['database', 1_200, 0])
  database.well()
  database.well()
  assert.deepEqual(take(), ['This is well again. (about database, after 1200 s, times 1200)'])
  assert.deepEqual(complaints.standing(), [])
})

test('what comes and goes within a minute is told no oftener', async () => {
  const { complaints, take, pass } = await opened()
  const mail = complaints.about('mail')
  for (let second = 0; second < 300; second++, pass(1_000)) {
    mail.wrong('The server refused.')
    mail.well()
  }
  assert.deepEqual(take(), ['The server refused. (about mail)', 'This is well again. (about mail, after 0 s, times 1)'])
  pass(2 * MINUTE_MS)
  mail.wrong('It refused anew.')
  assert.deepEqual(take(), ['It refused anew. (about mail)'])
})

test('a fault of the program keeps its stack, and what the world does has none', async () => {
  const { complaints, take } = await opened()
  complaints.about('one').wrong(new TypeError('a fault of ours'))
  assert.match(take().join(), /TypeError: a fault of ours\n +at /)
  complaints.about('other').wrong(Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED' }))
  assert.deepEqual(take(), ['connect ECONNREFUSED (about other)'])
})

test('as JSON each is one line, without the details in which a database repeats what was typed', async () => {
  const { complaints, take } = await opened('json')
  const error = Object.assign(new TypeError('duplicate key'), { detail: 'Key (email)=(ada@reader.example)' })
  complaints.about('sweeping').wrong(error)
  const [line, ...more] = take()
  assert.deepEqual(more, [])
  assert.doesNotMatch(line!, /ada@/)
  const { level, time, about, msg, err } = JSON.parse(line!)
  assert.deepEqual([level, about, msg, err.type], ['error', 'sweeping', 'duplicate key', 'TypeError'])
  assert.ok(Date.parse(time) > 0)
  assert.match(err.stack, /complaints\.test/)
})
