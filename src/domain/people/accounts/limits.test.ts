import assert from 'node:assert/strict'
import { test } from 'node:test'
import { mailAddressFrom } from '../sign-in/mail-address.ts'
import { createLimits } from './limits.ts'

const TERN = mailAddressFrom('tern@review.example')

test('fifty tries at once are never more than ten for one address, whoever makes them', async () => {
  const limits = createLimits()
  const tries = await Promise.allSettled(Array.from({ length: 50 }, (_, at) => limits.password(TERN, `client ${at}`)))
  assert.equal(tries.filter(({ status }) => status === 'fulfilled').length, 10)
  await limits.password(mailAddressFrom('gull@review.example'), 'client 1')
})

test('one client cannot fill the mailboxes of many', async () => {
  const limits = createLimits()
  const addresses = Array.from({ length: 30 }, (_, at) => mailAddressFrom(`m${at}@review.example`))
  const mails = await Promise.allSettled(addresses.map((address) => limits.mail(address, 'client')))
  assert.equal(mails.filter(({ status }) => status === 'fulfilled').length, 20)
})

test('says how long to wait', async () => {
  const limits = createLimits()
  for (let at = 0; at < 20; at++) await limits.code('client')
  const refused = { kind: 'too-many', key: 'limit.reached', args: { minutes: 15 }, retryAfterSeconds: 15 * 60 }
  await assert.rejects(limits.code('client'), refused)
})
