import { parentPort } from 'node:worker_threads'
import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import * as common from '@zxcvbn-ts/language-common'
import * as english from '@zxcvbn-ts/language-en'

export interface Question {
  id: number
  password: string
  own: readonly string[]
}

export interface Estimate {
  /** From 0, among the first hundreds, to 4, not to be found by trying. */
  score: number
  reason: Reason | null
}

export type Reason = 'common' | 'name' | 'pattern'

/** What a warning of zxcvbn is about. */
const REASONS: Readonly<Record<string, Reason>> = {
  topTen: 'common',
  topHundred: 'common',
  common: 'common',
  similarToCommon: 'common',
  wordByItself: 'common',
  namesByThemselves: 'name',
  commonNames: 'name',
  userInputs: 'name',
  straightRow: 'pattern',
  keyPattern: 'pattern',
  simpleRepeat: 'pattern',
  extendedRepeat: 'pattern',
  sequences: 'pattern',
  recentYears: 'pattern',
  dates: 'pattern',
}

const zxcvbn = new ZxcvbnFactory({
  dictionary: { ...common.dictionary, ...english.dictionary },
  graphs: common.adjacencyGraphs,
})

parentPort!.on('message', ({ id, password, own }: Question) => {
  const { score, feedback } = zxcvbn.check(password, [...own])
  const estimate: Estimate = { score, reason: REASONS[feedback.warning ?? ''] ?? null }
  parentPort!.postMessage({ id, estimate })
})
