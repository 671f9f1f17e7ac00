import assert from 'node:assert/strict'
import { once } from 'node:events'
import { Agent, type ClientRequest, type IncomingMessage, request } from 'node:http'
import { DatabaseSync } from 'node:sqlite'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { Client } from 'pg'
import { DATABASES } from '../support/databases.ts'
import { install } from '../support/installation.ts'
import { openLine } from '../support/live-line.ts'
import { type AtHand, openSite, publish, visitor, withoutPace } from '../support/site.ts'
import { until } from '../support/until.ts'

const CLIENTS = 12
/** SQLITE_BUSY. */
const LOCKED = 5

interface Answer {
  status: number
  connection: string | undefined
}

for (const { name, open } of DATABASES) {
  test(`on ${name}, a server that is asked to end takes nothing new, finishes what is under way and cuts nobody`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    const server = await openSite(database.url)
    await endsWell(server, server.url, database.url, () => server[Symbol.asyncDispose]())
  })

  test(`on ${name}, a process that gets SIGTERM does so, and ends well`, async () => {
    await using ending = new AsyncDisposableStack()
    const database = await open()
    ending.defer(() => database.close())
    const installed = ending.use(await install(database.url.startsWith('postgres') ? database.url : undefined))
    const server = await installed.serve()
    await endsWell(installed, server.url, installed.databaseUrl, () => {
      process.kill(server.pid, 'SIGTERM')
      return server[Symbol.asyncDispose]()
    })
  })
}

/** While readers ask, one listens and writers wait, the server is ended. */
async function endsWell(site: AtHand, url: string, databaseUrl: string, end: () => PromiseLike<void>) {
  const articleId = await publish(site, { slug: 'ferry', title: 'The ferry', words: 'It leaves at nine.' })
  await withoutPace(site)
  const { person, cookies } = await visitor(site, 'Ada')
  const headers = { cookie: cookies, origin: url, 'content-type': 'application/x-www-form-urlencoded' }
  const paths = ['/en/ferry', `/people/${person.id}`, '/en/rules']
  const asked = Array.from({ length: CLIENTS }, (_, n) => keepAsking(url + paths[n % paths.length]))
  for (const { begun } of asked) await begun
  const line = await openLine(`${url}/live?article=${articleId}&language=en`)

  const release = await hold(databaseUrl)
  const posts = Array.from({ length: CLIENTS }, (_, n) =>
    ask(`${url}/a/${articleId}/comments`, new Agent({ keepAlive: true }), headers, `words=Post+${n}&language=en`),
  )
  await Promise.all(posts.map(({ sent }) => sent))
  const half = await beginPost(`${url}/a/${articleId}/comments`, headers, 'words=Half+of+it&language=en')
  const ended = end()
  await line.until('end')
  half.finish()
  const after = await ask(`${url}/en/ferry`, new Agent()).answer.catch(({ code }) => code)
  assert.equal(after, 'ECONNREFUSED')
  await release()
  for (const { answer } of [...posts, half]) assert.deepEqual(await answer, { status: 303, connection: 'close' })
  for (const { all } of asked) {
    const answers = await all
    assert.ok(answers.every(({ status }) => status === 200))
    assert.equal(answers.at(-1)!.connection, 'close')
  }
  await ended
}

/** Asks again and again over one line until its end is told. */
function keepAsking(url: string) {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  const begun = Promise.withResolvers<void>()
  async function untilTold() {
    const answers: Answer[] = []
    while (answers.at(-1)?.connection !== 'close') {
      answers.push(await ask(url, agent).answer)
      begun.resolve()
    }
    return answers
  }
  const all = untilTold()
  all.catch(begun.reject)
  return { begun: begun.promise, all }
}

function ask(url: string, agent: Agent, headers: Record<string, string> = {}, body?: string) {
  const sent = Promise.withResolvers<void>()
  const asking = request(url, { agent, method: body ? 'POST' : 'GET', headers })
  const answer = answerTo(asking)
  asking.end(body, () => sent.resolve())
  return { sent: sent.promise, answer }
}

/** Sends the first half of a form, of which the server has heard when this settles, and the other when it is told to. */
async function beginPost(url: string, headers: Record<string, string>, body: string) {
  const half = body.length / 2
  const expecting = { ...headers, 'content-length': body.length, expect: '100-continue' }
  const asking = request(url, { agent: new Agent({ keepAlive: true }), method: 'POST', headers: expecting })
  const answer = answerTo(asking)
  asking.flushHeaders()
  await once(asking, 'continue')
  asking.write(body.slice(0, half))
  return { answer, finish: () => void asking.end(body.slice(half)) }
}

async function answerTo(asking: ClientRequest): Promise<Answer> {
  const [message] = (await once(asking, 'response')) as [IncomingMessage]
  await text(message)
  return { status: message.statusCode!, connection: message.headers.connection }
}

/** @NOTE whoever waited here for a write of the server would keep that from going on. */
function hasBegun(holder: DatabaseSync): boolean {
  try {
    holder.exec('begin immediate')
    return true
  } catch (error) {
    if ((error as { errcode?: number }).errcode === LOCKED) return false
    throw error
  }
}

/** Keeps everybody from writing until it is released. */
async function hold(url: string): Promise<() => Promise<void>> {
  if (!url.startsWith('postgres')) {
    const holder = new DatabaseSync(url, { timeout: 0 })
    await until(() => hasBegun(holder))
    return async () => holder.close()
  }
  const holder = new Client(url)
  await holder.connect()
  await holder.query('begin; lock table comment in exclusive mode')
  return () => holder.end()
}
