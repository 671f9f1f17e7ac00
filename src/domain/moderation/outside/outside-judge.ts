import type { Complaint } from '../../../kit/complaints.ts'
import { type Asking, ask, OWN } from '../../../kit/outbound.ts'

/** What is told of words to somebody outside who judges them. */
export interface Judged {
  words: string
  plain: string
  by: { id: number; name: string }
  articleId: number
  /** The address that they come from. */
  client: string
  at: number
}

/** Says in a word or two why words are to be looked at first; nothing where they may stand. */
export type OutsideJudge = (judged: Judged) => Promise<{ detail: string } | undefined>

/** What becomes of words when a judge fails or is late: as if there were none, or they wait. */
export type WhenJudgesFail = 'pass' | 'hold'

/** Nobody who writes waits longer for a judge. */
const PATIENCE_MS = 3_000
const LARGEST_ANSWER = 10_000

/** Sends a question to a judge; throws where there is no good answer in time. */
export async function askJudge(url: string, asking: Asking): Promise<string> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Error(`${new URL(url).host} did not answer in time.`)), PATIENCE_MS)
  try {
    const asked = ask(url, { timeMs: PATIENCE_MS, bytes: LARGEST_ANSWER }, { method: 'POST', ...asking }, OWN)
    const { status, body } = await Promise.race([asked, late.promise])
    if (status !== 200) throw new Error(`${new URL(url).host} answered with status ${status}.`)
    return body.toString()
  } finally {
    clearTimeout(timer)
  }
}

/** The same judge, who never throws: what goes wrong is told to the operator, and words then pass or wait. */
export function patient(judge: OutsideJudge, complaint: Complaint, whenFails: WhenJudgesFail): OutsideJudge {
  return async (judged) => {
    try {
      const doubt = await judge(judged)
      complaint.well()
      return doubt
    } catch (error) {
      complaint.wrong(error)
      return whenFails === 'hold' ? { detail: '?' } : undefined
    }
  }
}
