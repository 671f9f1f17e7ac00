import assert from 'node:assert/strict'
import { mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { type TestContext, test } from 'node:test'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { createMail, mailTrouble, trialLetter } from '../../src/domain/reach/index.ts'
import { createComplaints } from '../../src/kit/complaints.ts'
import { languageFrom } from '../../src/kit/language.ts'
import { forPeople } from '../../src/kit/log.ts'
import { certificateFor } from '../support/certificate.ts'
import { secureMailServer } from '../support/secure-mail-server.ts'

const certificate = certificateFor('localhost')
setDefaultCACertificates([...getCACertificates('default'), certificate.cert])

const letter = trialLetter('ada@reader.example', languageFrom('en')!, 'The Harbour Review')

async function setUp(t: TestContext, options: { offersTls?: boolean } = {}) {
  const server = await secureMailServer(t, certificate, { password: 'low water', ...options })
  const told: string[] = []
  const sink = { write: (line: string) => told.push(line.trim()) }
  const complaints = createComplaints(forPeople(sink, sink))
  const folder = await mkdtemp(path.join(tmpdir(), 'parley-smtp-'))
  const mailBy = (smtp: string) =>
    createMail({ smtp, origin: 'https://review.example', folder, clock: Date.now, tell: () => {}, complaints })
  return { server, told, mailBy, address: (password: string) => `smtp://parley:${password}@localhost:${server.port}` }
}

test('a letter goes out after STARTTLS with the password, and neither is said before', async (t) => {
  const { server, mailBy, address } = await setUp(t)
  assert.equal(await mailTrouble(address('low%20water')), undefined)
  await mailBy(address('low%20water')).send(letter)
  assert.equal(server.letters.length, 1)
  assert.match(server.letters[0]!, /^To: ada@reader\.example$/m)
  const plain = server.commands.filter(({ isEncrypted }) => !isEncrypted).map(({ line }) => line.split(' ')[0])
  assert.deepEqual(new Set(plain), new Set(['EHLO', 'STARTTLS']))
})

test('a server that takes no letters is told once, and once that it does again', async (t) => {
  const { told, mailBy, address } = await setUp(t)
  const wrong = mailBy(address('high%20water'))
  for (let times = 0; times < 3; times++) assert.equal(await wrong.deliver(letter), 'later')
  assert.equal(told.length, 1)
  assert.match(told[0]!, /535 wrong password.*Check PARLEY_SMTP\. \(about mail\)$/)
  assert.equal(await mailBy(address('low%20water')).deliver(letter), 'sent')
  assert.match(told[1]!, /^This is well again\. \(about mail, .*times 3\)$/)
})

test('a password is not said to a server that offers no encryption', async (t) => {
  const { server, mailBy, address } = await setUp(t, { offersTls: false })
  assert.equal(await mailBy(address('low%20water')).deliver(letter), 'later')
  assert.ok(!server.commands.some(({ line }) => line.startsWith('AUTH')))
})
