import { HOUR_MS, MINUTE_MS, SECOND_MS } from '../../../../kit/clock.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { Reading } from '../../../../store/index.ts'
import type { AdmissionSettings } from '../settings/setting.ts'
import type { RecentPost } from './recent-post.ts'
import { fillingUp } from './recent-posts.ts'
import type { Refused } from './refused.ts'

type Paced = 'personMinute' | 'personHour' | 'networkMinute' | 'networkHour'

const PACES = [
  { name: 'personMinute', source: 'personId', windowMs: MINUTE_MS },
  { name: 'personHour', source: 'personId', windowMs: HOUR_MS },
  { name: 'networkMinute', source: 'network', windowMs: MINUTE_MS },
  { name: 'networkHour', source: 'network', windowMs: HOUR_MS },
] as const satisfies readonly { name: Paced; source: 'personId' | 'network'; windowMs: number }[]

/** How many may come, by the name of each limit. */
export function limitsOf(settings: AdmissionSettings): Record<Paced, number> {
  const limit = (name: Paced) => settings[name] || Number.POSITIVE_INFINITY
  const [personMinute, personHour] = [limit('personMinute'), limit('personHour')]
  return { personMinute, personHour, networkMinute: limit('networkMinute'), networkHour: limit('networkHour') }
}

/** Which limit of a person or a network is reached, with how long to wait; undefined where none is. */
export async function overPace(
  db: Reading,
  post: RecentPost,
  settings: AdmissionSettings,
): Promise<Refused | undefined> {
  const limits = limitsOf(settings)
  for (const { name, source, windowMs } of PACES) {
    const limit = limits[name]
    const filledAt = await fillingUp(db, post, { source, limit, since: post.at - windowMs })
    if (filledAt !== undefined) return refusedBy({ source, limit, windowMs, until: filledAt + windowMs }, post)
  }
  return undefined
}

interface Reached {
  source: 'personId' | 'network'
  limit: number
  windowMs: number
  until: number
}

function refusedBy({ source, limit, windowMs, until }: Reached, post: RecentPost): Refused {
  const key = source === 'personId' ? 'admission.pace' : 'admission.pace-of-network'
  const window = windowMs === HOUR_MS ? 'hour' : 'minute'
  const troubleAt = (at: number) => {
    const seconds = Math.max(1, Math.ceil((until - at) / SECOND_MS))
    const wait = { limit, window, minutes: Math.ceil(seconds / 60), seconds }
    return new Trouble('too-many', key, wait, { retryAfterSeconds: seconds })
  }
  return { troubleAt, about: `${source} ${post[source]}`, until }
}
