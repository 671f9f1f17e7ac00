import { commentReacted } from '../../domain/discussion/index.ts'
import type { Entry } from '../../store/index.ts'

/** What waits to be told of one discussion. */
interface ThrottleTurn {
  news: Entry[]
  isTelling: boolean
  /** When it may be told again. */
  restsUntil: { any: number; reactions: number }
  timer: ReturnType<typeof setTimeout> | undefined
}

/** Between two batches of one discussion, or as long as telling the first of them took, so that it never takes all the time. */
const PAUSE_MS = 50
/** The same where nothing but reactions waits. */
const REACTIONS_PAUSE_MS = 1_000
const COMMENTS_AT_ONCE = 100

/** Gathers what happens to each discussion and has it told in order: at once after a quiet while, otherwise together after a pause. */
export function createThrottle(tell: (articleId: number, news: readonly Entry[]) => Promise<void>) {
  const turns = new Map<number, ThrottleTurn>()

  function plan(articleId: number, turn: ThrottleTurn) {
    if (turn.isTelling) return
    clearTimeout(turn.timer)
    const until = turn.news.every(commentReacted.is) ? turn.restsUntil.reactions : turn.restsUntil.any
    const waitMs = until - performance.now()
    if (waitMs <= 0 && turn.news.length > 0) void take(articleId, turn)
    else turn.timer = setTimeout(turn.news.length > 0 ? take : forget, waitMs, articleId, turn).unref()
  }

  async function take(articleId: number, turn: ThrottleTurn) {
    turn.isTelling = true
    const begun = performance.now()
    await tell(articleId, turn.news.splice(0, untilEnough(turn.news)))
    turn.isTelling = false
    turn.restsUntil = restAfter(begun, performance.now())
    plan(articleId, turn)
  }

  function forget(articleId: number) {
    turns.delete(articleId)
  }

  return {
    add(articleId: number, news: readonly Entry[]) {
      const turn = turns.get(articleId) ?? {
        news: [],
        isTelling: false,
        restsUntil: RESTED,
        timer: undefined,
      }
      turns.set(articleId, turn)
      turn.news.push(...news)
      plan(articleId, turn)
    },
    close() {
      for (const { timer } of turns.values()) clearTimeout(timer)
      turns.clear()
    },
  }
}

const RESTED = { any: 0, reactions: 0 }

function restAfter(begun: number, told: number) {
  const any = told + Math.max(PAUSE_MS, told - begun)
  return { any, reactions: Math.max(any, told + REACTIONS_PAUSE_MS) }
}

/** How many entries are about so few comments that all can be told together. */
function untilEnough(news: readonly Entry[]): number {
  const comments = new Set<number | null>()
  const end = news.findIndex(({ about }) => comments.add(about).size > COMMENTS_AT_ONCE)
  return end < 0 ? news.length : end
}
