import assert from 'node:assert/strict'
import { PassThrough } from 'node:stream'
import { test } from 'node:test'
import { progressOn, Stopped } from './progress.ts'

function terminal(isTTY: boolean) {
  const out = Object.assign(new PassThrough({ encoding: 'utf8' }), { isTTY, columns: 80 })
  return { out: out as unknown as NodeJS.WriteStream, shown: () => String(out.read() ?? '') }
}

test('elsewhere than on a terminal there is a line now and then', async (t) => {
  t.mock.timers.enable({ apis: ['Date'] })
  const { out, shown } = terminal(false)
  const work = (await progressOn(out, new AbortController().signal))('Exporting')
  work.to(1, 10)
  assert.equal(shown(), '')
  t.mock.timers.tick(5_000)
  work.to(4, 10)
  work.to(5, 10)
  work.end()
  assert.equal(shown(), 'Exporting: 4 of 10\n')
})

test('on a terminal there is a bar', async () => {
  const { out, shown } = terminal(true)
  const work = (await progressOn(out, new AbortController().signal))('Exporting')
  work.to(0, 10)
  work.to(10, 10)
  work.end()
  assert.match(shown(), /Exporting .*100%/s)
})

test('work ends where it stands when the operator has asked for that', async () => {
  const stop = new AbortController()
  const work = (await progressOn(terminal(false).out, stop.signal))('Exporting')
  work.to(1, 2)
  stop.abort()
  assert.throws(() => work.to(2, 2), Stopped)
})
