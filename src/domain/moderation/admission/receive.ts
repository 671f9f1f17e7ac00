import { HOUR_MS, MINUTE_MS } from '../../../kit/clock.ts'
import type { Writing } from '../../../store/index.ts'
import type { ArticleId } from '../../articles/index.ts'
import { type CommentId, hold, type Post, post } from '../../discussion/index.ts'
import type { PersonId } from '../../people/index.ts'
import type { HoldReason } from './judge.ts'
import { limitsOf, overPace } from './pace/pace.ts'
import type { RecentPost } from './pace/recent-post.ts'
import { countIn, type Guarded } from './pace/recent-posts.ts'
import type { Refused } from './pace/refused.ts'
import { repeats } from './pace/repeated-text.ts'
import type { AdmissionSettings } from './settings/setting.ts'

/** What becomes of words that no rule refused: they are let in, or held for a reason, unless they come too often. */
export interface Verdict {
  hold: HoldReason | null
  counts: RecentPost
  settings: AdmissionSettings
}

/** A comment that came in, and whether it waits out of sight. */
export interface Received {
  id: CommentId
  isHeld: boolean
}

/** Posts a comment, or holds it, as the verdict says; gives why not where somebody writes too fast, or the same again. */
export async function receive(tx: Writing, verdict: Verdict, posting: Post): Promise<Received | Refused> {
  const { hold: why, counts, settings } = verdict
  const [isCounted, received] = await Promise.all([
    countIn(tx, guarded(counts, settings)),
    why ? held(tx, posting, why) : posted(tx, posting),
  ])
  if (isCounted) return received
  return (await overPace(tx, counts, settings)) ?? repeats(counts, settings.repeatedHours)
}

/** How many persons' posts are counted side by side. @NOTE a database likes to hold no more names at once. */
const COUNTED_APART = 32

/** What a post holds until it is done: its discussion, and what its author has written lately. */
export function heldWhilePosting(articleId: ArticleId, personId: PersonId): string[] {
  return [`discussion ${articleId}`, `posts ${personId % COUNTED_APART}`]
}

function guarded(post: RecentPost, settings: AdmissionSettings): Guarded {
  const { at } = post
  const { personMinute, personHour, networkMinute, networkHour } = limitsOf(settings)
  return {
    post,
    person: { minute: personMinute, hour: personHour },
    network: { minute: networkMinute, hour: networkHour },
    minuteAgo: at - MINUTE_MS,
    hourAgo: at - HOUR_MS,
    sameSince: at - settings.repeatedHours * HOUR_MS,
  }
}

async function posted(tx: Writing, posting: Post): Promise<Received> {
  return { id: (await post(tx, posting)).id, isHeld: false }
}

async function held(tx: Writing, posting: Post, why: HoldReason): Promise<Received> {
  return { id: await hold(tx, { ...posting, heldById: null, note: '', ...why }), isHeld: true }
}
