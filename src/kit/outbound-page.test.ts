import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, test } from 'node:test'
import { gzipSync } from 'node:zlib'
import { NotAsked, PUBLIC, type Reach, type WhyNot } from './outbound.ts'
import { askOn } from './outbound-page.ts'
import { isPublic } from './private-addresses.ts'

const LIMITS = { timeMs: 5_000, bytes: 10_000, types: ['text/html'] }

/** Where the open web of these tests stands, and beside it what nobody may reach. */
const OPEN = '127.0.0.1'
const INSIDE = '127.0.0.2'

async function serverOn(address: string, answer: RequestListener) {
  let connections = 0
  const server = createServer(answer).on('connection', () => connections++)
  server.listen(0, address)
  await once(server, 'listening')
  return {
    port: (server.address() as AddressInfo).port,
    connections: () => connections,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}

/** Names lead to the open server, but those of the inside. */
const reach: Reach = {
  resolve: async (name) => [name.startsWith('inside') ? INSIDE : OPEN],
  mayReach: (address) => address === OPEN || isPublic(address),
  mayEnter: () => true,
}

const endless: RequestListener = (_, response) => {
  response.writeHead(200, { 'content-type': 'text/html' })
  const more = () => {
    while (response.write('x'.repeat(5_000)));
  }
  response.on('drain', more)
  more()
}

const BOMB = gzipSync(Buffer.alloc(5_000_000))

describe('what stands in the way of an address that somebody pasted', { concurrency: false }, () => {
  const hostile: readonly [
    what: string,
    why: WhyNot,
    answer: (inside: number, open: () => number) => RequestListener,
  ][] = [
    ['a redirect into a private network', 'private', (inside) => to(() => `http://${INSIDE}:${inside}/`)],
    ['a redirect to a name of the inside', 'private', (inside) => to(() => `http://inside.example:${inside}/`)],
    ['a redirect to another spelling of it', 'private', (inside) => to(() => `http://2130706434:${inside}/`)],
    ['a redirect to a file', 'no-address', () => to(() => 'file:///etc/passwd')],
    ['a redirect with a password', 'password', (_, open) => to(() => `http://a:b@open.example:${open()}/`)],
    ['redirects without end', 'redirects', (_, open) => to(() => `http://open.example:${open()}/`)],
    ['a body without end', 'too-large', () => endless],
    ['a picture', 'other-type', () => say('image/png', 'PNG')],
    ['no type at all', 'other-type', () => say('', '')],
    ['a bomb', 'too-large', () => say('text/html', BOMB, 'gzip')],
    ['a bomb within bombs', 'packed', () => say('text/html', BOMB, 'gzip, gzip')],
    ['packing that is none', 'packed', () => say('text/html', 'plain', 'gzip')],
    ['a server that hangs up', 'silent', () => (request) => request.socket.destroy()],
  ]
  for (const [what, why, answer] of hostile)
    test(`is said of ${what}`, async () => {
      await using inside = await serverOn(INSIDE, say('text/html', 'secret'))
      let port = 0
      await using open = await serverOn(OPEN, (...asked) => answer(inside.port, () => port)(...asked))
      port = open.port
      const url = `http://open.example:${port}/`
      await assert.rejects(
        askOn(url, { limits: LIMITS, reach }),
        (error) => error instanceof NotAsked && error.why === why,
      )
      assert.equal(inside.connections(), 0)
    })

  test('is said of a server that never ends its answer', async () => {
    await using open = await serverOn(
      OPEN,
      (_, response) => void response.writeHead(200, { 'content-type': 'text/html' }).write('<'),
    )
    const asking = askOn(`http://open.example:${open.port}/`, { limits: { ...LIMITS, timeMs: 300 }, reach })
    await assert.rejects(asking, (error) => error instanceof NotAsked && error.why === 'silent')
  })

  test('is a name that leads elsewhere when it is asked for again: the checked address is the one that is asked', async () => {
    await using inside = await serverOn(INSIDE, say('text/html', 'secret'))
    await using open = await serverOn(OPEN, say('text/html', 'the page'))
    let asked = 0
    const rebinding = { ...reach, resolve: async () => [asked++ === 0 ? OPEN : INSIDE] }
    const { body } = await askOn(`http://open.example:${open.port}/`, { limits: LIMITS, reach: rebinding })
    assert.equal(body.toString(), 'the page')
    const again = askOn(`http://open.example:${inside.port}/`, { limits: LIMITS, reach: rebinding })
    await assert.rejects(again, (error) => error instanceof NotAsked && error.why === 'private')
    assert.equal(inside.connections(), 0)
  })

  test('is nothing where an address leads on three times, and it says whether it has moved for good', async () => {
    await using open = await serverOn(OPEN, (request, response) => {
      const step = Number(request.url!.slice(1))
      if (step < 3) response.writeHead(301, { location: `/${step + 1}` }).end()
      else response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('there')
    })
    const found = await askOn(`http://open.example:${open.port}/0`, { limits: LIMITS, reach })
    assert.deepEqual(
      [found.body.toString(), found.url, found.hasMoved],
      ['there', `http://open.example:${open.port}/3`, true],
    )
  })
})

test('none of 200 spellings of private addresses is asked', async () => {
  await using inside = await serverOn(OPEN, say('text/html', 'secret'))
  const everywhere = { ...PUBLIC, resolve: async () => [OPEN], mayEnter: () => true }
  const spellings = spelledAt(inside.port)
  assert.ok(spellings.length >= 200, `${spellings.length}`)
  for (const url of spellings) await assert.rejects(askOn(url, { limits: LIMITS, reach: everywhere }), NotAsked, url)
  assert.equal(inside.connections(), 0)
})

/** The same few places in every spelling that some program takes for an address. */
function spelledAt(port: number): string[] {
  const places = [
    '127.0.0.1',
    '127.1.2.3',
    '10.0.0.1',
    '192.168.1.1',
    '172.16.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
  ]
  const inAll = places.flatMap((place) => {
    const [a, b, c, d] = place.split('.').map(Number) as [number, number, number, number]
    const whole = ((a * 256 + b) * 256 + c) * 256 + d
    const hex = (byte: number) => byte.toString(16)
    const octal = (byte: number) => `0${byte.toString(8)}`
    const wide = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(0xff10 + Number(digit)))
    const pair = (one: number, other: number) => hex(one * 256 + other)
    const v6 = [
      `::ffff:${place}`,
      `::ffff:${pair(a, b)}:${pair(c, d)}`,
      `0:0:0:0:0:FFFF:${pair(a, b)}:${pair(c, d)}`,
      `64:ff9b::${place}`,
      `2002:${pair(a, b)}:${pair(c, d)}::1`,
      `::${place}`,
      `fe80::${pair(a, b)}:${pair(c, d)}`,
    ]
    return [
      place,
      `${place}.`,
      String(whole),
      `0x${whole.toString(16)}`,
      `0${whole.toString(8)}`,
      [a, b, c, d].map((byte) => `0x${hex(byte)}`).join('.'),
      [a, b, c, d].map(octal).join('.'),
      `${a}.${b}.${c * 256 + d}`,
      `${a}.${(b * 256 + c) * 256 + d}`,
      `0x${hex(a)}.${octal(b)}.${c}.${d}`,
      wide(place),
      place.replaceAll('.', '。'),
      place.replaceAll('.', '．'),
      place.replaceAll('.', '%2e'),
      `open.example@${place}`,
      `open.example:x@${place}`,
      ...v6.map((address) => `[${address}]`),
    ]
  })
  const names = [
    'localhost',
    'LOCALHOST',
    'localhost.',
    'a.localhost',
    'ⓛocalhost',
    'metadata.internal',
    'open.example#@localhost',
  ]
  const more = ['[::1]', '[::]', '[0000::0001]', '[fd00::1]', '[ff02::1]', '[::1%25lo]', '', '%00', ...names]
  return [
    ...[...inAll, ...more].map((host) => `http://${host}:${port}/`),
    ...[
      'file:///etc/passwd',
      'ftp://127.0.0.1/',
      'gopher://127.0.0.1:70/_',
      'data:text/html,x',
      'javascript:1',
      '//127.0.0.1/',
      'http:127.0.0.1',
      'http:/\\127.0.0.1/',
    ],
  ]
}

function to(place: () => string): RequestListener {
  return (_, response) => response.writeHead(302, { location: place() }).end()
}

function say(type: string, body: string | Buffer, packing?: string): RequestListener {
  return (_, response) => {
    if (type) response.setHeader('content-type', type)
    if (packing) response.setHeader('content-encoding', packing)
    response.end(body)
  }
}
