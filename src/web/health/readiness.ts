import { latestSeq, type Store } from '../../store/index.ts'

/** Why no more requests should be led here. */
export type Obstacle = 'ending' | 'database'

export type Readiness = ReturnType<typeof createReadiness>

const PATIENCE_MS = 2_000
/** So long an answer of the database holds for all who ask. */
const KEPT_MS = 1_000

/** Knows whether this process can answer: until it is told to end, as long as its database answers. */
export function createReadiness(store: Store) {
  let isEnding = false
  let asked: { atMs: number; answers: Promise<boolean> } | undefined

  function answers(): Promise<boolean> {
    if (!asked || performance.now() - asked.atMs > KEPT_MS) asked = { atMs: performance.now(), answers: inTime(store) }
    return asked.answers
  }

  return {
    async obstacles(): Promise<Obstacle[]> {
      if (isEnding) return ['ending']
      return (await answers()) ? [] : ['database']
    },
    end() {
      isEnding = true
    },
  }
}

function inTime(store: Store): Promise<boolean> {
  const looked = latestSeq(store).then(
    () => true,
    () => false,
  )
  const late = new Promise<boolean>((resolve) => void setTimeout(resolve, PATIENCE_MS, false).unref())
  return Promise.race([looked, late])
}
