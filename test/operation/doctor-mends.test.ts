import assert from 'node:assert/strict'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { test } from 'node:test'
import { parley } from '../support/process.ts'

test('doctor finds texts with U+0000 that older versions let in, and mends them', async (t) => {
  const PARLEY_DATA = mkdtempSync(path.join(tmpdir(), 'parley-unkept-'))
  t.after(() => rmSync(PARLEY_DATA, { recursive: true }))
  const made = await parley({ PARLEY_DATA }, 'generate', '--comments', '20')
  assert.equal(made.code, 0)
  const database = new DatabaseSync(path.join(PARLEY_DATA, 'parley.sqlite'))
  database.exec(
    `update comment set html = '<p>http://x/' || char(0) || '</p>', plain = 'a' || char(0) || 'b' where id < 8`,
  )
  database.exec(`insert into "publicationWords" (language, name, motto, position) values ('it', 'Il Molo', '', 9)`)
  const found = await parley({ PARLEY_DATA }, 'doctor')
  assert.equal(found.code, 2)
  assert.match(found.printed, /Note: editions appear in Italian \(it\), of which the interface has no words/)
  assert.match(found.printed, /WRONG: "html" of 7 comment holds U\+0000/)
  assert.match(found.printed, /WRONG: "plain" of 7 comment holds U\+0000/)
  const mended = await parley({ PARLEY_DATA }, 'doctor', '--repair')
  assert.match(mended.printed, /Texts held U\+0000, and hold U\+FFFD in its place now\./)
  assert.doesNotMatch((await parley({ PARLEY_DATA }, 'doctor')).printed, /U\+0000/)
  const { html, plain } = database.prepare('select html, plain from comment where id = 7').get()!
  assert.deepEqual([html, plain], ['<p>http://x/\ufffd</p>', 'a\ufffdb'])
  database.close()
})

test('doctor finds names that are compared by older rules, and mends them', async (t) => {
  const PARLEY_DATA = mkdtempSync(path.join(tmpdir(), 'parley-keys-'))
  t.after(() => rmSync(PARLEY_DATA, { recursive: true }))
  await parley({ PARLEY_DATA }, 'generate', '--comments', '20')
  const database = new DatabaseSync(path.join(PARLEY_DATA, 'parley.sqlite'))
  const { id, nameKey } = database.prepare('select id, "nameKey" from person order by id').get()!
  database.prepare(`update person set "nameKey" = 'odd' where id = ?`).run(id!)
  const found = await parley({ PARLEY_DATA }, 'doctor', '--recount')
  assert.equal(found.code, 2)
  assert.match(found.printed, new RegExp(`WRONG: person ${id}: the key by which ".*" is compared`))
  const mended = await parley({ PARLEY_DATA }, 'doctor', '--repair')
  assert.match(mended.printed, /Keys of names were of older rules, and are of those of today now\./)
  assert.equal(database.prepare('select "nameKey" from person where id = ?').get(id!)!.nameKey, nameKey)
  database.close()
})
