import assert from 'node:assert/strict'
import { once } from 'node:events'
import { createServer } from 'node:http'
import { test } from 'node:test'
import { STORES } from '../../../test/stores.ts'
import { createTail } from '../../store/index.ts'
import { createFrames } from '../frames.ts'
import { Line } from './line.ts'
import { createLiveStreams } from './streams.ts'

test('a process keeps no more streams than it may, and has room again when one ends', async () => {
  await using opened = await STORES[0]!.openStore()
  const { store } = opened
  const tail = await createTail(store)
  const frames = createFrames({
    store,
    tail,
    origin: '',
    assets: { path: () => '', find: () => undefined },
    reactions: [],
  })
  const live = createLiveStreams({ store, tail, frames, clock: Date.now }, 2)
  const server = createServer((_, out) => {
    try {
      live.mustHaveRoom()
      live.open(new Line(out, out.socket!, {}), [])
    } catch (error) {
      out.writeHead(503).end(String(error))
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const url = `http://127.0.0.1:${typeof address === 'object' && address ? address.port : 0}/`
  const leaving = new AbortController()
  const first = await fetch(url, { signal: leaving.signal })
  const second = await fetch(url)
  assert.deepEqual([first.status, second.status, (await fetch(url)).status], [200, 200, 503])
  leaving.abort()
  let third = await fetch(url)
  while (third.status === 503) third = await fetch(url)
  assert.equal(third.status, 200)
  live.close()
  assert.match(await third.text(), /^event: hello/)
  await second.text()
  server.close()
  await tail.close()
})
