import type { Store } from '../../../store/index.ts'
import { FEWEST_OF_EACH, MOST_EXAMPLES, NEW_DECISIONS, TESTED_SHARE, WORTH_ASKING } from './classifier.ts'
import { addClassifier, latestClassifier } from './classifiers.ts'
import { classifierTrained } from './events.ts'
import { decisionsSince, lessons } from './examples.ts'
import { ranking } from './figures.ts'
import { trainApart } from './train-apart.ts'

/** Learns anew where enough was decided since the last time, and keeps what was learnt with its figures; answers whether it did. */
export async function learn(store: Store, clock: () => number, signal: AbortSignal): Promise<boolean> {
  const before = await latestClassifier(store)
  if ((await decisionsSince(store, before?.upTo ?? 0)) < NEW_DECISIONS) return false
  const { examples, removed, kept, upTo } = await lessons(store, MOST_EXAMPLES)
  if (Math.min(removed, kept) < FEWEST_OF_EACH) return false
  const begin = Math.floor(examples.length * (1 - TESTED_SHARE))
  const lesson = { training: examples.slice(0, begin), newest: examples.slice(begin) }
  const { model, tested } = await trainApart(lesson, signal)
  const order = ranking(tested)
  const { value } = await store.write(async (tx) => {
    await tx.inTurn('classifier')
    if ((await latestClassifier(tx))?.id !== before?.id) return false
    const at = clock()
    const figures = { removed, kept, upTo, ranking: order, isUsed: order >= WORTH_ASKING, tested }
    tx.note(classifierTrained, { about: await addClassifier(tx, { ...figures, at, model }), at })
    return true
  })
  return value
}
