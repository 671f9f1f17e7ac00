import assert from 'node:assert/strict'
import { test } from 'node:test'
import fc from 'fast-check'
import { ROOM, spotsOf } from '../../client/map-layout.ts'

test('time runs downward and to scale, threads stand beside one another', () => {
  const [first, reply, second] = spotsOf(
    [
      { thread: 0, level: 0, at: 1_000 },
      { thread: 0, level: 1, at: 2_000 },
      { thread: 1, level: 0, at: 5_000 },
    ],
    false,
  )
  assert.equal(first!.y, ROOM.edge)
  assert.equal(second!.y, ROOM.height - ROOM.edge)
  assert.equal((reply!.y - first!.y) * 4, second!.y - first!.y)
  assert.ok(first!.x < reply!.x && reply!.x < second!.x)
})

test('every comment has its place inside, from either side, at whatever times', () => {
  const mark = fc.record({ thread: fc.nat(60), level: fc.nat(40), at: fc.nat() })
  fc.assert(
    fc.property(fc.array(mark, { minLength: 1, maxLength: 60 }), fc.boolean(), (marks, fromRight) => {
      for (const { x, y } of spotsOf(marks, fromRight)) {
        assert.ok(x >= 0 && x <= ROOM.width, `x ${x}`)
        assert.ok(y >= 0 && y <= ROOM.height, `y ${y}`)
      }
    }),
  )
})
