import assert from 'node:assert/strict'
import { createDecipheriv, createECDH, createPublicKey, hkdfSync, randomBytes, verify } from 'node:crypto'
import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import type { Reach } from '../../src/kit/outbound.ts'
import { type Certificate, certificateFor } from './certificate.ts'

const NAME = 'push.example'
const LARGEST = 4096
const DAY_SECONDS = 86_400

/** A push service as RFC 8030 describes it, on the loopback, over a certificate that this process trusts. */
export interface PushService extends AsyncDisposable {
  /** Leads there, whatever is asked. */
  reach: Reach
  /** A browser that asks for messages of one publication alone. Source: RFC 8292, section 4. */
  browser(publicKey: string): PushBrowser
  /** How many messages were brought, taken or not. */
  asked: number
}

export interface PushBrowser {
  subscription: { endpoint: string; p256dh: string; auth: string }
  /** What was taken, oldest first, opened with the browser's own keys. */
  messages: Message[]
  /** What every message is answered; 201 where nothing is said. */
  answer: number
}

export interface Message {
  data: Record<string, string>
  bytes: number
  ttl: number
  topic: string | undefined
  urgency: string | undefined
  subject: string
}

interface Kept extends PushBrowser {
  publicKey: string
  open(body: Buffer): string
}

let certificate: Certificate | undefined

/** @NOTE one for the whole process: among several of one name the wrong one would be tried. */
function trusted(): Certificate {
  const made = certificateFor(NAME)
  setDefaultCACertificates([...getCACertificates('default'), made.cert])
  return made
}

export async function openPushService(): Promise<PushService> {
  certificate ??= trusted()
  const browsers = new Map<string, Kept>()
  const server = createServer(certificate, async (request, response) => {
    service.asked++
    const browser = browsers.get(request.url!)
    response.writeHead(browser ? await take(request, browser, origin) : 404, { location: '/message' }).end()
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const origin = `https://${NAME}:${(server.address() as AddressInfo).port}`
  const service: PushService = {
    asked: 0,
    reach: { resolve: async () => ['127.0.0.1'], mayReach: (address) => address === '127.0.0.1', mayEnter: () => true },
    browser(publicKey) {
      const path = `/${randomBytes(16).toString('base64url')}`
      const browser = { ...keysFor(origin + path), publicKey, messages: [], answer: 201 }
      browsers.set(path, browser)
      return browser
    },
    async [Symbol.asyncDispose]() {
      server.close().closeAllConnections()
    },
  }
  return service
}

function keysFor(endpoint: string): Pick<Kept, 'subscription' | 'open'> {
  const pair = createECDH('prime256v1')
  const own = pair.generateKeys()
  const auth = randomBytes(16)
  return {
    subscription: { endpoint, p256dh: own.toString('base64url'), auth: auth.toString('base64url') },
    open(body) {
      const [salt, size, length] = [body.subarray(0, 16), body.readUInt32BE(16), body[20]!]
      const theirs = body.subarray(21, 21 + length)
      assert.ok(body.length - 21 - length <= size, 'one record')
      const info = Buffer.concat([Buffer.from('WebPush: info\0'), own, theirs])
      const shared = derived(pair.computeSecret(theirs), auth, info, 32)
      const key = derived(shared, salt, Buffer.from('Content-Encoding: aes128gcm\0'), 16)
      const nonce = derived(shared, salt, Buffer.from('Content-Encoding: nonce\0'), 12)
      return unpadded(decrypted(key, nonce, body.subarray(21 + length)))
    },
  }
}

/** Source: RFC 8291, section 3.4. */
function derived(key: Buffer, salt: Buffer, info: Buffer, bytes: number): Buffer {
  return Buffer.from(hkdfSync('sha256', key, salt, info, bytes))
}

function decrypted(key: Buffer, nonce: Buffer, sealed: Buffer): Buffer {
  const opening = createDecipheriv('aes-128-gcm', key, nonce).setAuthTag(sealed.subarray(-16))
  return Buffer.concat([opening.update(sealed.subarray(0, -16)), opening.final()])
}

/** Source: RFC 8188, section 2: the last record ends in a 2 and as many zeros as one likes. */
function unpadded(record: Buffer): string {
  const end = record.findLastIndex((byte) => byte !== 0)
  assert.equal(record[end], 2)
  return record.subarray(0, end).toString()
}

/** Answers a message, and keeps it where it is taken: in place of one before it with the same topic. */
async function take(request: IncomingMessage, browser: Kept, origin: string): Promise<number> {
  const body = await buffer(request)
  if (browser.answer !== 201) return browser.answer
  if (body.length > LARGEST) return 413
  const { headers, method } = request
  const subject = senderOf(headers.authorization ?? '', browser.publicKey, origin)
  if (subject === undefined) return 403
  if (method !== 'POST' || headers['content-encoding'] !== 'aes128gcm' || !/^\d+$/.test(String(headers.ttl))) return 400
  const topic = headers.topic as string | undefined
  if (topic !== undefined && !/^[\w-]{1,32}$/.test(topic)) return 400
  browser.messages = browser.messages.filter((message) => topic === undefined || message.topic !== topic)
  browser.messages.push({
    data: JSON.parse(browser.open(body)),
    bytes: body.length,
    ttl: Number(headers.ttl),
    topic,
    urgency: headers.urgency as string | undefined,
    subject,
  })
  return 201
}

/** Whom a publication names as its own, where its signature, audience and time are right. Source: RFC 8292. */
function senderOf(authorization: string, expected: string, origin: string): string | undefined {
  const [, token = '', key = ''] = /^vapid t=([\w.-]+), ?k=([\w-]+)$/.exec(authorization) ?? []
  const [head = '', claims = '', seal = ''] = token.split('.')
  if (key !== expected || jsonIn(head).alg !== 'ES256') return
  const point = Buffer.from(key, 'base64url')
  const [x, y] = [point.subarray(1, 33), point.subarray(33)].map((half) => half.toString('base64url'))
  const publicKey = createPublicKey({ key: { kty: 'EC', crv: 'P-256', x: x!, y: y! }, format: 'jwk' })
  const sealed = { key: publicKey, dsaEncoding: 'ieee-p1363' } as const
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), sealed, Buffer.from(seal, 'base64url'))) return
  const { aud, exp, sub } = jsonIn(claims)
  const left = Number(exp) - Date.now() / 1_000
  return aud === origin && left > 0 && left <= DAY_SECONDS ? sub : undefined
}

function jsonIn(text: string): Record<string, string> {
  return JSON.parse(Buffer.from(text, 'base64url').toString())
}
