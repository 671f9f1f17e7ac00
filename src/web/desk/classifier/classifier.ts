import { paths } from '../../../addresses/paths.ts'
import {
  type ClassifierInUse,
  FEWEST_OF_EACH,
  figuresFrom,
  latestClassifiers,
  lessons,
  movedBy,
  saidOfAdmission,
  sayAdmission,
  setClassifier,
} from '../../../domain/moderation/index.ts'
import { page } from '../../http/answers.ts'
import type { Ask } from '../../http/ask.ts'
import { count, flag, text } from '../../http/shapes.ts'
import { freshKey, keyAgain, submitAnew } from '../../http/submit.ts'
import { taking } from '../../http/taking.ts'
import type { Wrong } from '../../http/wrong.ts'
import { classifierPage, type Tried } from './classifier-page.ts'

export interface Given {
  /** What was learnt from decisions, where enough was. */
  classifierNow(): Promise<ClassifierInUse | undefined>
}

const SHOWN = 10
const HUNDRED = 100
const THRESHOLDS = [50, 60, 70, 80, 85, 90, 95]
const LONGEST_TRIAL = 10_000
const MOST_PIECES = 20

/** How well what was learnt does, at each score from which comments could be held. */
export const show = taking({ query: { done: flag } }, (ask, { done }, given: Given) => shown(ask, given, { done }))

/** Says from which score on comments wait for a moderator; 0 lets all appear. */
export const create = taking(
  { form: { from: count } },
  async (ask, { from }) => {
    const by = await ask.person()
    const location = paths.deskClassifier(await ask.language(), { done: 1 })
    return submitAnew(ask, by, [String(from)], async (tx) => {
      const before = (await saidOfAdmission(tx)).get(null)
      await sayAdmission(tx, { sectionId: null, said: { ...before, likelyHeld: from }, byId: by.id, at: ask.at })
      return { location }
    })
  },
  (ask, _typed, given: Given, wrong) => shown(ask, given, { wrong }),
)

/** The score of a text, and what moved it. Nothing is kept of it. */
export const tryOut = taking({ form: { text } }, async (ask, { text: typed }, given: Given) => {
  const words = typed.slice(0, LONGEST_TRIAL)
  const inUse = await given.classifierNow()
  const tried = inUse && {
    text: words,
    score: Math.round(inUse.likelihoodOf(words) * HUNDRED),
    moved: movedBy(inUse.model, words, MOST_PIECES),
  }
  return shown(ask, given, tried ? { tried } : {})
})

interface Since {
  done?: boolean
  wrong?: Wrong
  tried?: Tried
}

async function shown(ask: Ask, { classifierNow }: Given, { done = false, wrong, tried }: Since): Promise<Response> {
  const by = await ask.person()
  const [frame, say] = [await ask.frame(), await ask.say()]
  const inUse = await classifierNow()
  const { latest, before, heldFrom, seen } = await ask.store.read(async (db) => {
    const [latest, ...before] = await latestClassifiers(db, SHOWN)
    const said = await saidOfAdmission(db)
    const seen = latest ? undefined : await lessons(db, FEWEST_OF_EACH * FEWEST_OF_EACH)
    return { latest, before, heldFrom: said.get(null)?.likelyHeld ?? 0, seen }
  })
  const thresholds = [...new Set([...THRESHOLDS, ...(heldFrom > 0 ? [heldFrom] : [])])].toSorted((a, b) => a - b)
  const data = {
    latest,
    before,
    isInUse: inUse !== undefined,
    heldFrom,
    seen,
    fewest: FEWEST_OF_EACH,
    figures: latest ? thresholds.map((from) => ({ ...figuresFrom(latest.tested, from / HUNDRED), from })) : [],
    setting: setClassifier.may(by, undefined)
      ? { action: paths.deskClassifier(), key: keyAgain(ask, wrong) }
      : undefined,
    trial: { action: paths.deskClassifierTrial, key: freshKey() },
    tried,
    done,
    error: wrong?.sentence ?? null,
  }
  return page(classifierPage(frame, data, say), wrong?.status)
}
