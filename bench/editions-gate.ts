import { compare, createGate, type Side } from '../src/domain/translation/index.ts'
import { sideOf, told } from '../test/support/mangler/paragraph.ts'
import { atMost, type Figure, type Run } from './question.ts'

const WORDS = 10_000
const ROUNDS = 5

/** How long the gate takes for ten thousand words, and how long a desk waits for one paragraph. */
export async function editionsGate(_: Run): Promise<Figure[]> {
  const pair = paragraph()
  const paragraphs = Math.ceil(WORDS / pair[0].words.split(/\s+/).length)
  const whole = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage()
    for (let at = 0; at < paragraphs; at++) compare(...pair)
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1_000
  })
  const gate = createGate()
  await gate.compare([pair])
  const asked: number[] = []
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    await gate.compare([pair])
    asked.push(performance.now() - start)
  }
  await gate.close()
  return [
    atMost('the gate, 10,000 words', Math.max(...whole), 'ms', 1_000),
    atMost('the gate, one paragraph in its thread', Math.max(...asked), 'ms', 100),
  ]
}

function paragraph(): [Side, Side] {
  const story = {
    day: new Date(Date.UTC(2018, 8, 29, 19, 30)),
    count: 12_345,
    lost: 281,
    percent: 40.5,
    kilometres: 85,
    millions: 2.8,
    link: 'https://example.org/2018/story',
    handle: '@reader14',
    code: 'port 8080',
    speaker: 1 as const,
  }
  return [sideOf(told(story, 'en'), 'en', 1), sideOf(told(story, 'ru'), 'ru', 1)]
}
