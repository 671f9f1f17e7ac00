import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import type { Socket } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { BOUNDS } from '../../src/web/http/bounds.ts'
import { asking, attackerOn, cut } from '../support/attacks.ts'
import { DATABASES } from '../support/databases.ts'
import { browserAt } from '../support/front-door.ts'
import { install } from '../support/installation.ts'
import { type AtHand, openSite, publish, say, visitor, withoutPace } from '../support/site.ts'

const FERRY = { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' }
const LONGEST_COMMENT = 8_000
const LONG_COMMENTS = 30
const LIMIT_MB = 512
const ROUNDS = 3
/** Of what it takes where nobody attacks, and at the least: so much at one time, while the attacks begin, and so much once they have. */
const OTHERS_WAIT = { times: 25, ms: 3_000, beginningMs: 30_000 }

/** An article, and somebody whose page is long. */
async function furnish(site: AtHand) {
  const articleId = await publish(site, FERRY)
  await withoutPace(site)
  const { person, cookies } = await visitor(site, 'Ada')
  const words = 'Nobody gave the hour. '.repeat(LONGEST_COMMENT / 22)
  for (let n = 0; n < LONG_COMMENTS; n++) await say(site, person, articleId, `${n} ${words}`)
  return { articleId, cookies, page: `/people/${person.id}` }
}

for (const { name, open } of DATABASES) {
  test(`on ${name}, under every attack at once the server stays small and answers others`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    await using installed = await install(database.url)
    const { articleId, cookies, page } = await furnish(installed)
    const server = ending.use(await installed.serve())
    const { url } = server
    const reader = browserAt(url)
    const writer = browserAt(url, cookies)
    async function oneRound(round: number) {
      const begun = performance.now()
      assert.equal((await reader.get('/en/ferry')).status, 200)
      assert.equal((await reader.get(page)).status, 200)
      const words = { words: `Round ${round}`, language: 'en' }
      assert.equal((await writer.post(`/a/${articleId}/comments`, words)).status, 303)
      return performance.now() - begun
    }
    await oneRound(ROUNDS)
    const mostMs = Math.max(OTHERS_WAIT.ms, OTHERS_WAIT.times * (await oneRound(ROUNDS + 1)))

    using attacker = attackerOn(url)
    const form = ['Content-Type: application/x-www-form-urlencoded', `Cookie: ${cookies}`]
    const post = (...headers: string[]) => asking('POST', `/a/${articleId}/comments`, url, ...form, ...headers)
    const json = post('Content-Type: application/json', `Content-Length: ${120_000}`).replace(`${form[0]}\r\n`, '')

    attacker.open(4, asking('GET', page, url).repeat(1_500))
    attacker.open(4, asking('GET', '/en/ferry', url).repeat(1_500))
    attacker.open(60, asking('GET', page, url).repeat(BOUNDS.behindOnALine))
    attacker.open(300, `${post().slice(0, -4)}\r\nX-Slow: `)
    attacker.open(300, post('Content-Length: 130000') + 'a'.repeat(120_000))
    attacker.open(1_000, '')
    attacker.open(500, asking('GET', `/live?${`article=${articleId}&language=en&since=1&`.repeat(8)}`, url))
    attacker.open(20, (socket) => pour(socket, post('Transfer-Encoding: chunked')))
    attacker.open(20, json + '['.repeat(120_000))

    const took: number[] = []
    while (took.length < ROUNDS) took.push(Math.round(await oneRound(took.length)))
    assert.ok(Math.min(...took) < mostMs, `others waited ${took} ms, not ${Math.round(mostMs)}`)
    assert.ok(Math.max(...took) < Math.max(mostMs, OTHERS_WAIT.beginningMs), `others waited ${took} ms`)
    const mostMb = highestMb(server.pid)
    assert.ok(mostMb === undefined || mostMb < LIMIT_MB, `the server took ${mostMb} MB`)
  })
}

test('a connection on which far too much is asked is cut at once; a few questions are answered in their order', async () => {
  await using site = await openSite()
  const { page } = await furnish(site)
  using attacker = attackerOn(site.url)
  await cut(attacker.open(4, asking('GET', page, site.url).repeat(1_500)))
  await cut(attacker.open(4, asking('GET', '/en/ferry', site.url).repeat(1_500)))
  const few = ['/en/ferry', page, '/en/ferry', '/nowhere'].map((path) => asking('GET', path, site.url))
  const [polite] = attacker.open(1, [...few, asking('GET', '/en/rules', site.url, 'Connection: close')].join(''))
  const answers = await text(polite!)
  assert.deepEqual(
    [...answers.matchAll(/HTTP\/1\.1 (\d+)/g)].map(([, status]) => status),
    ['200', '200', '200', '404', '200'],
  )
})

test('an answer of which nothing is taken is cut in time; one that is taken slowly is not', async () => {
  await using site = await openSite(undefined, {
    bounds: { stalledMs: 300, lookEveryMs: 50, slowestBytesPerSecond: 2 ** 22 },
  })
  const { page } = await furnish(site)
  using attacker = attackerOn(site.url)
  const many = asking('GET', page, site.url).repeat(BOUNDS.behindOnALine)
  const [idle, slow] = [attacker.open(1, many)[0]!, attacker.open(1, many)[0]!]
  const taken = new Promise<void>((resolve) => {
    let all = ''
    slow.on('data', (piece: Buffer) => {
      all += piece.toString('latin1')
      if (all.split('HTTP/1.1 200').length - 1 === BOUNDS.behindOnALine) resolve()
    })
  })
  slow.resume()
  await Promise.all([cut([idle]), taken])
  assert.equal(slow.destroyed, false)
})

test('what one peer leaves unread is bounded, and others read on', async () => {
  const behindOnALine = 64
  await using site = await openSite(undefined, {
    bounds: { unsentBytes: 1_000_000, behindOnALine, stalledMs: 600_000 },
  })
  const { page } = await furnish(site)
  using attacker = attackerOn(site.url)
  const idle = attacker.open(4, asking('GET', page, site.url).repeat(behindOnALine))
  await cut(idle, 1)
  assert.equal((await browserAt(site.url).get(page)).status, 200)
})

const onLinux = process.platform !== 'linux' && 'left out: only Linux lets one come from two addresses of the loopback'

test('one peer has no more connections than are left to others', { skip: onLinux }, async () => {
  await using site = await openSite(undefined, { bounds: { sockets: 20 } })
  await publish(site, FERRY)
  using attacker = attackerOn(site.url)
  const many = attacker.open(30, 'GET /en/ferry HTTP/1.1\r\nHost: x\r\nX-Slow: ')
  for (const socket of many) socket.resume()
  await cut(many, 20)
  assert.equal((await browserAt(site.url).get('/en/ferry')).status, 200)
  await cut(many)
})

test('bodies on their way are bounded, and others can still send theirs', { skip: onLinux }, async () => {
  await using site = await openSite(undefined, { bounds: { bodyBytes: 300_000 } })
  const { articleId, cookies } = await furnish(site)
  using attacker = attackerOn(site.url)
  const post = asking('POST', `/a/${articleId}/comments`, site.url, 'Content-Length: 130000')
  const slow = attacker.open(3, post + 'a'.repeat(100_000))
  const answered = await Promise.race(slow.map((socket) => text(socket)))
  assert.match(answered, /^HTTP\/1\.1 503[\s\S]*retry-after: 5[\s\S]*please send it again/i)
  const sent = await browserAt(site.url, cookies).post(`/a/${articleId}/comments`, { words: 'Mine', language: 'en' })
  assert.equal(sent.status, 303)
})

test('each bound is named in docs/limits.md', () => {
  const page = readFileSync(new URL('../../docs/limits.md', import.meta.url), 'utf8')
  const shown = (bound: number) =>
    [bound, bound / 1_000, bound / 1024, bound / 1024 / 1024].map((n) => n.toLocaleString('en'))
  for (const [bound, value] of Object.entries(BOUNDS))
    assert.ok(
      shown(value).some((words) => new RegExp(`\\b${words}\\b`).test(page)),
      `${bound} ${value}`,
    )
})

/** Sends without end, as fast as it is taken, until ten megabytes. */
function pour(socket: Socket, head: string) {
  socket.write(head)
  const piece = `10000\r\n${'a'.repeat(0x10000)}\r\n`
  let left = 160
  const more = () => {
    while (left-- > 0 && socket.write(piece));
    if (left > 0) socket.once('drain', more)
  }
  more()
}

/** The most memory that a process has had; undefined where nobody says. */
function highestMb(pid: number): number | undefined {
  if (process.platform !== 'linux') return
  const [, kb] = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))!
  return Math.round(Number(kb) / 1024)
}
