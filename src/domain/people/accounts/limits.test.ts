import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailAddressFrom } from '../sign-in/mail-address.ts'
import { createLimits } from './limits.ts'

const TERN = mailAddressFrom('tern@review.example')

test('fifty tries at once are never more than ten for one address from one client', async () => {
  const limits = createLimits()
  const tries = await Promise.allSettled(Array.from({ length: 50 }, () => limits.password(TERN, { client: 'c' })))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 10)
  await limits.password(mailAddressFrom('gull@review.example'), { client: 'another' })
})

test('a thousand from everywhere are never more than fifty, and take nothing from a browser that is known', async () => {
  const limits = createLimits()
  const all = Array.from({ length: 1_000 }, (_, at) => limits.password(TERN, { client: `client ${at}` }))
  const tries = await Promise.allSettled(all)
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 50)
  const elsewhere = { key: 'limit.elsewhere', args: { minutes: 60 } }
  await assert.rejects(limits.password(TERN, { client: 'one more' }), elsewhere)
  for (let tries = 0; tries < 10; tries++) await limits.password(TERN, { client: 'client 1', device: 'known' })
  await assert.rejects(limits.password(TERN, { client: 'client 1', device: 'known' }), { key: 'limit.reached' })
})

test('a reader has so many comments translated within a day, and the sentence says how many', async () => {
  const limits = createLimits()
  for (let asked = 0; asked < 200; asked += 20) await limits.translation('somebody', 20)
  const refused = { key: 'limit.translations', args: { limit: 200, minutes: 1_440 } }
  await assert.rejects(limits.translation('somebody', 1), refused)
  await limits.translation('somebody else', 20)
})

test('one client cannot fill the mailboxes of many', async () => {
  const limits = createLimits()
  const addresses = Array.from({ length: 30 }, (_, at) => mailAddressFrom(`m${at}@review.example`))
  const mails = await Promise.allSettled(addresses.map((address) => limits.mail(address, { client: 'c' })))
  assert.equal(mails.filter(({ status }) => status === 'fulfilled').length, 20)
})

test('says how long to wait', async () => {
  const limits = createLimits()
  for (let at = 0; at < 20; at++) await limits.code('client')
  const refused = { kind: 'too-many', key: 'limit.reached', args: { minutes: 15 }, retryAfterSeconds: 15 * 60 }
  await assert.rejects(limits.code('client'), refused)
})
