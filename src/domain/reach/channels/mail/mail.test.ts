import assert from 'node:assert/strict'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { mailServer } from '../../../../../test/support/mail-server.ts'
import { languageFrom } from '../../../../kit/language.ts'
import { spoken } from '../../../../kit/sentences.ts'
import { createMail, type MailSettings } from './mail.ts'
import { signInLetter } from './sign-in-letter.ts'

const LINK = 'https://review.example/ru/sign-in/link?token=abc&language=ru'

test('a letter without SMTP stands in the folder and on the terminal', async (t) => {
  const { settings, told } = settingsFor(t)
  await createMail(settings).send(letterIn('ru'))
  const [file, ...others] = readdirSync(settings.folder)
  assert.deepEqual(others, [])
  assert.match(file!, /^2026-11-22T20-00-00\.000Z-[0-9a-f]{8}\.eml$/)
  const stood = path.join(settings.folder, file!)
  assert.equal(statSync(stood).mode & 0o777, 0o600)
  const message = readFileSync(stood, 'utf8')
  const headers = message.split('\n\n')[0]!
  assert.match(headers, /^Content-Transfer-Encoding: 8bit$/m)
  assert.match(headers, /^Content-Type: text\/plain; charset=utf-8$/m)
  assert.ok(message.split('\n').includes(LINK), 'the link stands in a line of its own, as it is')
  assert.match(headers, /^From: parley@review\.example$/m)
  assert.match(headers, /^To: tern@review\.example$/m)
  assert.match(headers, /^Auto-Submitted: auto-generated$/m)
  assert.equal(told.length, 1)
  assert.ok(told[0]!.includes(LINK) && told[0]!.includes(stood))
})

test('a letter with SMTP goes to the server, and nothing is left behind', async (t) => {
  const { settings, told } = settingsFor(t)
  const server = await mailServer(t)
  await createMail({ ...settings, smtp: server.url, from: 'The Review <desk@review.example>' }).send(letterIn('en'))
  assert.deepEqual(server.envelope, ['MAIL FROM:<desk@review.example>', 'RCPT TO:<tern@review.example>'])
  assert.match(server.data.join('\n'), /^Subject: .+Harbour Review/m)
  assert.deepEqual([told, readdirSync(path.dirname(settings.folder))], [[], []])
})

test('a server that is not there is told to the operator, and the reader is told to try again', async (t) => {
  const { settings, told } = settingsFor(t)
  const { url, close } = await mailServer(t)
  await close()
  const sending = createMail({ ...settings, smtp: url }).send(letterIn('en'))
  await assert.rejects(sending, { kind: 'busy', key: 'mail.not-sent' })
  assert.match(told[0]!, /ECONNREFUSED.*PARLEY_SMTP/)
})

for (const language of spoken) {
  test(`a letter in ${language} says who sends it and holds one link`, () => {
    for (const known of [true, false]) {
      const { subject, text, html } = letterIn(language, known)
      assert.match(subject, /Harbour Review/)
      assert.deepEqual(text.match(/\S+:\/\/\S+/g), [LINK])
      assert.deepEqual(
        [...html.matchAll(/href="([^"]*)"/g)].map((match) => match[1]),
        [LINK.replace('&', '&amp;')],
      )
    }
    assert.notEqual(letterIn(language, true).text, letterIn(language, false).text)
  })
}

test('a letter in a language of which the interface has no words is English as a whole', () => {
  const { html, text } = letterIn('fa')
  assert.match(html, /<html lang="en" dir="ltr">/)
  assert.equal(text, letterIn('en').text)
})

test('markup in a name of the publication stays words', () => {
  const letter = signInLetter({
    to: 't@r.example',
    language: languageFrom('en')!,
    publication: '<b>"x"</b>',
    known: true,
    link: LINK,
  })
  assert.ok(!letter.html.includes('<b>'))
})

function letterIn(tag: string, known = true) {
  return signInLetter({
    to: 'tern@review.example',
    language: languageFrom(tag)!,
    publication: 'Harbour Review',
    known,
    link: LINK,
  })
}

function settingsFor(t: TestContext) {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-mail-'))
  t.after(() => rmSync(folder, { recursive: true }))
  const told: string[] = []
  const settings: MailSettings = {
    origin: 'https://review.example',
    folder: path.join(folder, 'mail'),
    clock: () => Date.UTC(2026, 10, 22, 20),
    tell: (line) => void told.push(line),
  }
  return { settings, told }
}

/** Takes one letter, as a server of RFC 5321 does. */
