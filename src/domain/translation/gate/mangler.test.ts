import assert from 'node:assert/strict'
import { test } from 'node:test'
import { drawFrom } from '../../../../bench/gate/planting.ts'
import { KINDS, type Kind } from '../../../../test/support/mangler/mangle.ts'
import { type Spoken, type Story, sideOf, told } from '../../../../test/support/mangler/paragraph.ts'
import { isMiss } from './finding.ts'
import { compare } from './gate.ts'

const FAULTS = 1_000
const SEED = 7
const PAIRS: readonly (readonly [Spoken, Spoken])[] = [
  ['en', 'ru'],
  ['ru', 'uk'],
  ['uk', 'de'],
  ['de', 'es'],
  ['es', 'fr'],
  ['fr', 'ar'],
  ['ar', 'zh'],
]

test('of 1,000 faults of twelve kinds in seven pairs none passes, and what is whole does', () => {
  const draw = drawFrom(SEED)
  const kinds = Object.keys(KINDS) as Kind[]
  const passed: string[] = []
  for (let fault = 0; fault < FAULTS; fault++) {
    const [from, to] = PAIRS[fault % PAIRS.length]!
    const kind = kinds[Math.floor(fault / PAIRS.length) % kinds.length]!
    const story = storyOf(draw)
    const original = sideOf(told(story, from), from, story.speaker)
    const whole = sideOf(told(story, to), to, story.speaker)
    assert.deepEqual(compare(original, whole).filter(isMiss), [], `${original.words}\n${whole.words}`)
    const bent = KINDS[kind]({ pieces: told(story, to), language: to, speaker: story.speaker }, draw)
    assert.notDeepEqual(bent, whole, `${kind} changed nothing in ${whole.words}`)
    if (!compare(original, bent).some(isMiss)) passed.push(`${from}-${to} ${kind}: ${bent.words}`)
  }
  assert.deepEqual(passed, [])
})

function storyOf(draw: (below: number) => number): Story {
  return {
    day: new Date(Date.UTC(1990 + draw(30), draw(12), 13 + draw(15), draw(24), 10 + draw(50))),
    count: 12_345 + draw(80_000),
    lost: 101 + draw(800),
    percent: 1.1 + draw(700) / 10,
    kilometres: 31 + draw(60),
    millions: 1.2 + draw(70) / 10,
    link: `https://example.org/${2000 + draw(20)}/story-${draw(100)}-x`,
    handle: `@reader${draw(100)}`,
    code: `port ${draw(9_000)}`,
    speaker: (1 + draw(2)) as 1 | 2,
  }
}
