import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { STORES } from '../../../test/support/stores.ts'
import { STDERR_LOG } from '../../kit/log.ts'
import { EVENTS } from '../../parley.ts'
import { createTail } from '../../store/index.ts'
import { createFrames } from '../html/frames.ts'
import { StreamConnection } from './line.ts'
import { createLiveStreams } from './streams.ts'

test('a process keeps no more streams than it may, and has room again when one ends', async () => {
  await using door = await openDoor(2)
  const leaving = new AbortController()
  const first = await door.from('tern', leaving.signal)
  const second = await door.from('gull')
  assert.deepEqual([first.status, second.status, (await door.from('auk')).status], [200, 200, 503])
  leaving.abort()
  let third = await door.from('auk')
  while (third.status === 503) third = await door.from('auk')
  assert.equal(third.status, 200)
  door.live.close()
  assert.match(await third.text(), /^event: hello/)
  await second.text()
})

test('one client leaves as many streams to others as it takes', async () => {
  await using door = await openDoor(8)
  const statuses = async (client: string, count: number) => {
    const all: number[] = []
    for (let number = 0; number < count; number++) all.push((await door.from(client)).status)
    return all
  }
  assert.deepEqual(await statuses('tern', 5), [200, 200, 200, 200, 503])
  assert.deepEqual(await statuses('gull', 3), [200, 200, 503])
  assert.deepEqual(await statuses('auk', 2), [200, 503])
  door.live.close()
})

/** A process of so few streams, to which clients come by their names. */
async function openDoor(mostStreams: number) {
  const opened = await STORES[0]!.openStore()
  const { store } = opened
  const tail = await createTail(store, EVENTS)
  const frames = createFrames({
    store,
    tail,
    origin: '',
    assets: { path: () => '', find: () => undefined },
    reactions: [],
  })
  const live = createLiveStreams({ store, tail, frames, clock: Date.now, log: STDERR_LOG }, mostStreams)
  const server = createServer(({ url }, out) => {
    try {
      live.mustHaveRoom(url!)
      live.open(new StreamConnection(out, out.socket!, {}), url!, [])
    } catch (error) {
      out.writeHead(503).end(String(error))
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
  const answers: Response[] = []
  return {
    live,
    /** @NOTE an answer that nobody holds may be let go together with its stream. */
    async from(client: string, signal?: AbortSignal) {
      const answer = await fetch(url + client, { signal: signal ?? null })
      answers.push(answer)
      return answer
    },
    async [Symbol.asyncDispose]() {
      live.close()
      server.closeAllConnections()
      server.close()
      await tail.close()
      await opened[Symbol.asyncDispose]()
    },
  }
}
