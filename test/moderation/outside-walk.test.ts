import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { browserAt } from '../support/front-door.ts'
import { openSite, publish, visitor } from '../support/site.ts'

const SECRET = 'a secret that the program of this test knows'

/** A judge of the test's own; it answers each as it is told, and never where it is told nothing. */
async function openJudge() {
  const asked: { headers: NodeJS.Dict<string | string[]>; body: string }[] = []
  const judge = { asked, status: 200, answer: undefined as string | undefined }
  const server = createServer(async (request, response) => {
    asked.push({ headers: request.headers, body: await text(request) })
    if (judge.answer !== undefined) response.writeHead(judge.status).end(judge.answer)
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  const close = async () => {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }
  return Object.assign(judge, { url, [Symbol.asyncDispose]: close })
}

async function stage(outside: NonNullable<Parameters<typeof openSite>[1]>['outside']) {
  const site = await openSite(undefined, { ...(outside && { outside }) })
  await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  const reader = browserAt(site.url, (await visitor(site, 'Reader')).cookies)
  const chief = browserAt(site.url, (await visitor(site, 'Chief', 'moderator')).cookies)
  const send = async (words: string, who = reader) =>
    (await who.send(await who.get('/en/ferry/comment'), { words })).location
  return { site, chief, send, [Symbol.asyncDispose]: () => site[Symbol.asyncDispose]() }
}

const STANDS = /^\/c\/\d+\?/
const HELD = /^\/c\/\d+\/held/

test('a program of the operator’s own is told what it needs, under a seal, and has words wait', async () => {
  await using judge = await openJudge()
  await using s = await stage({ webhook: { url: judge.url, secret: SECRET } })
  judge.answer = '{"verdict":"hold","detail":"odd"}'
  const held = await s.send('Look **here**')
  assert.match(held, HELD)
  assert.match((await s.chief.get(held)).text, /The operator’s program has doubts: odd/)
  const [{ headers, body } = { headers: {}, body: '' }] = judge.asked
  const { by, ...rest } = JSON.parse(body)
  assert.deepEqual([by.name, rest.plain, rest.words, rest.article], ['Reader', 'Look here', 'Look **here**', 1])
  const seal = createHmac('sha256', SECRET).update(`${headers['x-parley-time']}.${body}`).digest('hex')
  assert.equal(headers['x-parley-seal'], `sha256=${seal}`)
  judge.answer = '{"verdict":"pass"}'
  assert.match(await s.send('All is well'), STANDS)
  assert.match(await s.send('By staff', s.chief), STANDS)
  assert.equal(judge.asked.length, 2)
})

test('a judge that fails or is silent lets words pass, or has them wait where the operator says so', async () => {
  await using judge = await openJudge()
  await using open = await stage({ webhook: { url: judge.url, secret: SECRET } })
  await using strict = await stage({ webhook: { url: judge.url, secret: SECRET }, whenFails: 'hold' })
  const failing = async (words: string) => {
    assert.match(await open.send(words), STANDS)
    assert.match(await strict.send(words), HELD)
  }
  judge.answer = 'nonsense'
  await failing('To nonsense')
  Object.assign(judge, { status: 500, answer: '{"verdict":"pass"}' })
  await failing('To a failure')
  judge.answer = undefined
  await failing('To silence')
  const standing = open.site.parley.complaints.standing()
  assert.deepEqual(
    standing.map(({ about, times }) => [about, times]),
    [['webhook asked about comments', 3]],
  )
})

test('Akismet is asked with its key, and has spam wait', async () => {
  await using judge = await openJudge()
  await using s = await stage({ akismet: { key: 'abcdef123456', url: judge.url } })
  judge.answer = 'true'
  const held = await s.send('Buy followers')
  assert.match((await s.chief.get(held)).text, /Akismet calls it spam/)
  const told = new URLSearchParams(judge.asked[0]!.body)
  assert.deepEqual(
    ['api_key', 'blog', 'user_ip', 'comment_author', 'comment_content'].map((name) => told.get(name)),
    ['abcdef123456', s.site.url, '127.0.0.1', 'Reader', 'Buy followers'],
  )
  judge.answer = 'false'
  assert.match(await s.send('Thank you'), STANDS)
  judge.answer = 'invalid'
  assert.match(await s.send('Thank you again'), STANDS)
})
