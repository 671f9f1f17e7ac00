import assert from 'node:assert/strict'
import { test } from 'node:test'
import { fc } from '../../test/support/chance.ts'
import { layoutOf, ROOM } from './map-layout.ts'

const spot = (thread: number, depth: number, at: number | null) => {
  return { id: 1, parentId: 0, authorId: null, name: null, label: '1', thread, depth, at, quotedBy: 0, removed: 0 }
}
const bar = (ordinal: number, at: number | null, until: number | null) => ({
  id: ordinal,
  ordinal,
  at,
  until,
  count: 2,
})

test('time runs downward, threads stand beside one another from their first comment to their last', () => {
  const bars = [bar(1, 1_000, 2_000), bar(7, 5_000, 5_000)]
  const { bars: lines, spots } = layoutOf(bars, [spot(1, 1, 1_000), spot(1, 2, 2_000), spot(7, 1, 5_000)], false)
  const [first, reply, second] = spots
  assert.equal(first!.y, ROOM.edge)
  assert.equal(second!.y, ROOM.height - ROOM.edge)
  assert.ok(reply!.y - first!.y < second!.y - reply!.y, 'what took longer is longer')
  assert.ok(first!.x < reply!.x && reply!.x < second!.x)
  assert.deepEqual([lines[0]!.y, lines[0]!.end, lines[1]!.y], [first!.y, reply!.y, second!.y])
})

test('one that comes a month or a decade later leaves all others room to be told apart', () => {
  const MINUTE_MS = 60_000
  for (const late of [30, 3_650].map((days) => days * 24 * 60 * MINUTE_MS)) {
    const times = [...Array.from({ length: 70 }, (_, at) => at * at * MINUTE_MS), late]
    const { spots } = layoutOf(
      [bar(1, 0, late)],
      times.map((at) => spot(1, 1, at)),
      false,
    )
    const steps = spots.slice(1).map(({ y }, at) => y - spots[at]!.y)
    assert.ok(Math.min(...steps) > 2, `two of them are ${Math.min(...steps)} apart`)
    assert.ok(steps.at(-1)! < 20, `the late one stands ${steps.at(-1)} below`)
  }
})

test('a comment of a thread that is not drawn stands in the lane before it', () => {
  const { spots } = layoutOf([bar(1, 1, 9), bar(50, 5, 9)], [spot(1, 1, 1), spot(30, 1, 4), spot(80, 1, 6)], false)
  assert.equal(spots[1]!.x, spots[0]!.x)
  assert.ok(spots[2]!.x > spots[1]!.x)
})

test('everything has its place inside, from either side, at whatever times', () => {
  const moment = fc.option(fc.nat(), { nil: null })
  const bars = fc.array(fc.tuple(moment, moment), { minLength: 1, maxLength: 110 })
  const spots = fc.array(fc.tuple(fc.integer({ min: 1, max: 130 }), fc.integer({ min: 1, max: 60 }), moment), {
    maxLength: 60,
  })
  fc.assert(
    fc.property(bars, spots, fc.boolean(), (bars, spots, fromRight) => {
      const drawn = layoutOf(
        bars.map(([at, until], index) => bar(index + 1, at, until)),
        spots.map((one) => spot(...one)),
        fromRight,
      )
      for (const { x, y } of [...drawn.bars, ...drawn.spots, ...drawn.bars.map(({ x, end }) => ({ x, y: end }))]) {
        assert.ok(x >= 0 && x <= ROOM.width, `x ${x}`)
        assert.ok(y >= 0 && y <= ROOM.height, `y ${y}`)
      }
    }),
  )
})
