import type { Entry } from '../../store/index.ts'

/** What waits to be told of one discussion. */
interface Turn {
  news: Entry[]
  isTelling: boolean
  toldAt: number
  timer: ReturnType<typeof setTimeout> | undefined
}

/** Between two batches of one discussion. */
const PAUSE_MS = 200
/** The same where nothing but reactions waits. */
const REACTIONS_PAUSE_MS = 1_000
const COMMENTS_AT_ONCE = 100

/** Gathers what happens to each discussion and has it told in order: at once after a quiet while, otherwise together after a pause. */
export function createPace(tell: (articleId: number, news: readonly Entry[]) => Promise<void>) {
  const turns = new Map<number, Turn>()

  function plan(articleId: number, turn: Turn) {
    if (turn.isTelling) return
    clearTimeout(turn.timer)
    const pauseMs = turn.news.every(isReaction) ? REACTIONS_PAUSE_MS : PAUSE_MS
    const waitMs = turn.toldAt + pauseMs - performance.now()
    if (waitMs <= 0 && turn.news.length > 0) void take(articleId, turn)
    else turn.timer = setTimeout(turn.news.length > 0 ? take : forget, waitMs, articleId, turn).unref()
  }

  async function take(articleId: number, turn: Turn) {
    turn.isTelling = true
    await tell(articleId, turn.news.splice(0, untilEnough(turn.news)))
    turn.isTelling = false
    turn.toldAt = performance.now()
    plan(articleId, turn)
  }

  function forget(articleId: number) {
    turns.delete(articleId)
  }

  return {
    come(articleId: number, news: readonly Entry[]) {
      const turn = turns.get(articleId) ?? {
        news: [],
        isTelling: false,
        toldAt: Number.NEGATIVE_INFINITY,
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

function isReaction({ kind }: Entry) {
  return kind === 'comment.reacted'
}

/** How many entries are about so few comments that all can be told together. */
function untilEnough(news: readonly Entry[]): number {
  const comments = new Set<number | null>()
  const end = news.findIndex(({ about }) => comments.add(about).size > COMMENTS_AT_ONCE)
  return end < 0 ? news.length : end
}
