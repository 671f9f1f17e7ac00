import { MINUTE_MS } from './clock.ts'
import { isFault, type Log } from './log.ts'
import { sentencesIn } from './sentences.ts'
import { Trouble } from './trouble.ts'

/** What is wrong at present, since when, and how often it was met. */
export interface StandingComplaint {
  about: string
  sentence: string
  sinceMs: number
  times: number
}

/** One thing that can go wrong again and again. */
export interface Complaint {
  wrong(error: unknown): void
  well(): void
}

export type Complaints = ReturnType<typeof createComplaints>

interface KnownComplaint extends StandingComplaint {
  isStanding: boolean
  endedMs: number | undefined
  toldMs: number
  untold: number
}

const REMIND_MS = 10 * MINUTE_MS
/** What comes back within so long was not over. */
const CALM_MS = MINUTE_MS

/** Tells the operator of what is wrong once, then how often it was met, and when it is over. */
export function createComplaints(log: Log, now: () => number = Date.now) {
  const known = new Map<string, KnownComplaint>()

  function begin(about: string, error: unknown) {
    const at = now()
    const [sinceMs, toldMs] = [at, at]
    const sentence = sentenceOf(error)
    known.set(about, { about, sentence, sinceMs, times: 1, isStanding: true, endedMs: undefined, toldMs, untold: 0 })
    if (error instanceof Error && isFault(error) && !isOfTheWorld(error)) log.error(error, { about })
    else log.warn(sentence, { about })
  }

  function again(one: KnownComplaint) {
    one.isStanding = true
    one.times++
    one.untold++
    if (now() - one.toldMs < REMIND_MS) return
    log.warn(`Still, ${one.untold} times more: ${one.sentence}`, { about: one.about })
    one.toldMs = now()
    one.untold = 0
  }

  function end(one: KnownComplaint) {
    const isFirst = one.endedMs === undefined
    const at = now()
    one.isStanding = false
    one.endedMs = at
    const after = `${Math.round((at - one.sinceMs) / 1000)} s`
    if (isFirst) log.info('This is well again.', { about: one.about, after, times: one.times })
  }

  return {
    /** Something is known by what it is about, such as "mail"; another error about it while it is wrong counts as the same. */
    about(about: string): Complaint {
      return {
        wrong(error) {
          const one = known.get(about)
          if (one && (one.isStanding || now() - one.endedMs! < CALM_MS)) again(one)
          else begin(about, error)
        },
        well() {
          const one = known.get(about)
          if (one?.isStanding) end(one)
        },
      }
    },
    standing: (): StandingComplaint[] => [...known.values()].filter(({ isStanding }) => isStanding),
  }
}

function sentenceOf(error: unknown): string {
  if (error instanceof Trouble) return sentencesIn('en')(error.key, error.args)
  return error instanceof Error ? error.message : String(error)
}

/** Whether it came from a connection, a disk or a server, which a stack says nothing of. */
function isOfTheWorld(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && !error.code.startsWith('ERR_')
}
