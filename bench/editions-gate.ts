import { createGate, type KnownName, type KnownNames, type Pair } from '../src/domain/translation/index.ts'
import { languageFrom } from '../src/kit/language.ts'
import { told } from '../test/support/mangler/paragraph.ts'
import { atMost, type Figure, type Run } from './question.ts'

const WORDS = 10_000
const NAMES = 2_000
const ROUNDS = 5
/** So often this thread looks whether it is held up. */
const LOOK_MS = 5

/** How long the gate takes for ten thousand words, how long a desk waits for one paragraph, and how long readers wait for either. */
export async function editionsGate(_: Run): Promise<Figure[]> {
  const pair = paragraph()
  const names = known()
  const whole = Array.from({ length: Math.ceil(WORDS / pair.original.split(/\s+/).length) }, () => pair)
  const gate = createGate()
  await gate.ask('examine', names, [pair], [])
  const one = await inRounds(() => gate.ask('examine', names, [pair], []))
  const all = await inRounds(() => gate.ask('examine', names, whole, []))
  await gate.close()
  const glossary = `a glossary of ${NAMES} names`
  return [
    atMost('the gate, 10,000 words in its thread', all.ms, 'ms', 1_000, glossary),
    atMost('the gate, one paragraph in its thread', one.ms, 'ms', 100, glossary),
    atMost('the gate, longest wait of the thread that answers readers', Math.max(all.heldMs, one.heldMs), 'ms', 50),
  ]
}

/** The longest round, and the longest time for which this thread was held up meanwhile. */
async function inRounds(work: () => Promise<unknown>): Promise<{ ms: number; heldMs: number }> {
  let [ms, heldMs, last] = [0, 0, performance.now()]
  const looking = setInterval(() => {
    const now = performance.now()
    heldMs = Math.max(heldMs, now - last - LOOK_MS)
    last = now
  }, LOOK_MS)
  for (let round = 0; round < ROUNDS; round++) {
    const start = performance.now()
    await work()
    ms = Math.max(ms, performance.now() - start)
  }
  clearInterval(looking)
  return { ms, heldMs }
}

function known(): KnownNames {
  const [from, to] = [languageFrom('en')!, languageFrom('ru')!]
  const entries = Array.from({ length: NAMES }, (_, n): KnownName => {
    const form = { inflected: [], isLocked: true }
    const forms = [
      { ...form, language: from, form: `Malikov${'abcdefghij'[n % 10]} Kadyr${n}` },
      { ...form, language: to, form: `Маликов${'абвгдежзик'[n % 10]} Кадыр${n}` },
    ]
    return { id: n as KnownName['id'], kind: 'person', forms }
  })
  return { from, to, version: 1, dismissals: 0, entries, dismissed: [] }
}

function paragraph(): Pair {
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
  const words = (language: 'en' | 'ru') =>
    told(story, language)
      .map((piece) => (typeof piece === 'string' ? piece : piece.text))
      .join('')
  return { original: words('en'), words: words('ru') }
}
