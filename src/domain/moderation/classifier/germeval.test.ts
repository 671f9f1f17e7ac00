import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { test } from 'node:test'
import { reading, sharedFile } from '../../../../test/support/shared.ts'
import { figuresFrom, ranking, type Scored } from './figures.ts'
import { scoreOf } from './linear-model.ts'
import { type Example, train } from './training.ts'

const TRAINING = 'corpora/germeval2018/germeval2018.training.txt'
const TEST = 'corpora/germeval2018/germeval2018.test.txt'
/** Of the processor, whatever else the machine does; docs/classifier.md says what was measured at rest. */
const MS_A_COMMENT = 0.5

test(
  'what it learnt from one part of the German tweets tells the offences in the other',
  reading(TRAINING, TEST),
  (t) => {
    const { model, within } = train(examplesIn(TRAINING))
    const from = bestThreshold(within)
    const others = examplesIn(TEST)
    const before = process.cpuUsage()
    const scored = others.map(({ words, isRemoved }) => ({ score: scoreOf(model, words), isRemoved }))
    const { user, system } = process.cpuUsage(before)
    const msEach = (user + system) / 1_000 / others.length
    const [crossed, figures] = [figuresFrom(within, from), figuresFrom(scored, from)]
    t.diagnostic(
      `macro F1 ${crossed.macroF1.toFixed(3)} cross-validated and ${figures.macroF1.toFixed(3)} on the other part, from a score of ${from}; ` +
        `ranking ${ranking(scored).toFixed(3)}, ${msEach.toFixed(3)} ms each`,
    )
    assert.ok(crossed.macroF1 >= 0.75)
    assert.ok(figures.macroF1 >= 0.7)
    assert.ok(msEach < MS_A_COMMENT)
  },
)

function examplesIn(name: string): Example[] {
  const lines = readFileSync(sharedFile(name)!, 'utf8').split('\n').filter(Boolean)
  return lines.map((line) => {
    const [words = '', label] = line.split('\t')
    return { words, isRemoved: label === 'OFFENSE' }
  })
}

/** The threshold with the best macro F1. */
function bestThreshold(scored: readonly Scored[]): number {
  const thresholds = Array.from({ length: 99 }, (_, i) => (i + 1) / 100)
  const figures = thresholds.map((from) => figuresFrom(scored, from))
  return figures.reduce((best, one) => (one.macroF1 > best.macroF1 ? one : best)).from
}
