import { keptUntil, oneOf, type Reading, type Store, type Tail } from '../../../store/index.ts'
import { importDone, publicationRestored } from '../../articles/index.ts'
import type { ClassifierInUse } from './classifier.ts'
import { modelInUse } from './classifiers.ts'
import { classifierTrained } from './events.ts'
import { scoreOf } from './linear-model.ts'

const changes = oneOf([classifierTrained, importDone, publicationRestored])

/** The classifier in use, read once, and again when the journal says that something was learnt; undefined while there is none. */
export function createKeptClassifier({
  store,
  tail,
}: {
  store: Store
  tail: Tail
}): () => Promise<ClassifierInUse | undefined> {
  return keptUntil(tail, changes, () => inUse(store))
}

async function inUse(db: Reading): Promise<ClassifierInUse | undefined> {
  const found = await modelInUse(db)
  return found && { ...found, likelihoodOf: (words) => scoreOf(found.model, words) }
}
