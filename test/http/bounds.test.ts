import assert from 'node:assert/strict'
import { once } from 'node:events'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'

test('headers that come too slowly are cut, and others are answered meanwhile', async () => {
  await using site = await openSite()
  await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const slow = connect(Number(new URL(site.url).port), '127.0.0.1')
  await once(slow, 'connect')
  slow.write('GET /en/ HTTP/1.1\r\nHost: x\r\nX-Slow: ')
  const answered = text(slow)
  assert.equal((await browserAt(site.url).get('/en/ferry')).status, 200)
  assert.match(await answered, /^HTTP\/1\.1 408/)
})

test('headers and bodies past their limits are refused with a sentence that names the limit', async () => {
  await using site = await openSite()
  const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const ada = browserAt(site.url, (await visitor(site, 'Ada')).cookies)
  assert.equal((await ada.get('/en/ferry', { 'x-long': 'a'.repeat(20_000) })).status, 431)
  const large = await ada.post(`/a/${articleId}/comments`, { words: 'a'.repeat(400_000), language: 'en' })
  assert.equal(large.status, 422)
  assert.match(large.text, /320/)
})

test('a body that says nothing of its length is read no further than one may be long', async () => {
  await using site = await openSite()
  const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const { cookies } = await visitor(site, 'Ada')
  const socket = connect(Number(new URL(site.url).port), '127.0.0.1')
  const headers = [`Host: x`, `Origin: ${site.url}`, `Cookie: ${cookies}`, 'Transfer-Encoding: chunked']
  socket.write(`POST /a/${articleId}/comments HTTP/1.1\r\n${headers.join('\r\n')}\r\n`)
  socket.write('Content-Type: application/x-www-form-urlencoded\r\n\r\n')
  for (let piece = 0; piece < 6; piece++) socket.write(`10000\r\n${'a'.repeat(0x10000)}\r\n`)
  const [answer] = await once(socket, 'data')
  assert.match(String(answer), /^HTTP\/1\.1 422/)
  socket.destroy()
})

test('a body that is broken off fills no log', async (t) => {
  await using site = await openSite()
  const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const logged = t.mock.method(process.stderr, 'write', () => true)
  for (const framing of ['Content-Length: 5000', 'Transfer-Encoding: chunked']) {
    const socket = connect(Number(new URL(site.url).port), '127.0.0.1')
    socket.write(`POST /a/${articleId}/comments HTTP/1.1\r\nHost: x\r\nOrigin: ${site.url}\r\n${framing}\r\n`)
    socket.write('Expect: 100-continue\r\n\r\n')
    await once(socket, 'data')
    socket.end()
    await once(socket.resume(), 'close')
  }
  assert.equal((await browserAt(site.url).get('/en/ferry')).status, 200)
  assert.deepEqual(
    logged.mock.calls.map(({ arguments: [error] }) => error),
    [],
  )
})

test('a body that is no form and no JSON, or no UTF-8, is refused with a sentence', async () => {
  await using site = await openSite()
  const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const { cookies } = await visitor(site, 'Ada')
  const send = async (type: string, body: string | Uint8Array) => {
    const headers = { cookie: cookies, origin: site.url, 'content-type': type, accept: 'application/json' }
    const answer = await fetch(`${site.url}/a/${articleId}/comments`, {
      method: 'POST',
      headers,
      body: body as BodyInit,
    })
    return { status: answer.status, key: (await answer.json()).key }
  }
  assert.deepEqual(await send('text/xml', '<words/>'), { status: 422, key: 'body.unknown-type' })
  assert.deepEqual(await send('application/json', '[1]'), { status: 422, key: 'body.not-json' })
  assert.deepEqual(await send('application/json', '{"words":{"__proto__":1}}'), { status: 422, key: 'body.not-json' })
  const latin = new Uint8Array([...new TextEncoder().encode('words='), 0xe4])
  assert.deepEqual(await send('application/x-www-form-urlencoded', latin), { status: 422, key: 'body.not-utf8' })
  assert.deepEqual(await send('application/x-www-form-urlencoded', 'words=bad%ff%fe'), {
    status: 422,
    key: 'body.not-utf8',
  })
  assert.deepEqual(await send('application/x-www-form-urlencoded; charset=utf-16', 'words=x'), {
    status: 422,
    key: 'body.not-utf8',
  })
  assert.deepEqual(await send('application/json', '{"words":"a\\ud800b"}'), { status: 422, key: 'words.surrogate' })
  assert.deepEqual(await send('application/json', '{"words":1e400}'), { status: 422, key: 'body.not-json' })
  const created = await send('application/json', JSON.stringify({ words: 'By JSON', key: 'one' }))
  assert.equal(created.status, 201)
})
