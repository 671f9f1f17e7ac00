import { type CaseReason, QUEUE_ORDERS, type QueueFilter } from '../../../domain/moderation/index.ts'
import { DAY_MS, MINUTE_MS } from '../../../kit/clock.ts'
import type { Ask } from '../../http/ask.ts'
import { text, textOrNone } from '../../http/shapes.ts'

/** How long something has waited at the least. */
export const AGES = { hour: 60 * MINUTE_MS, day: DAY_MS, 'three-days': 3 * DAY_MS } as const
/** How likely a machine thinks it that it is removed, in thousandths. */
export const SCORES = [500, 800, 950] as const

const among = <T extends string>(all: readonly T[]) => textOrNone.transform((sent) => all.find((one) => one === sent))
const reason = textOrNone.transform((sent) =>
  /^(rule:[1-9]\d{0,9}|other|illegal|held|asked)$/.test(sent ?? '') ? (sent as CaseReason) : undefined,
)

/** What can be asked of the queue; what names nothing is not asked. */
export const QUEUE_QUERY = {
  order: among(QUEUE_ORDERS),
  section: text,
  'of-language': text,
  reason,
  age: among(Object.keys(AGES) as (keyof typeof AGES)[]),
  score: textOrNone.transform((sent) => SCORES.find((one) => String(one) === sent)),
  who: among(['mine', 'free', 'second'] as const),
}

export interface QueueQuery {
  order?: (typeof QUEUE_ORDERS)[number] | undefined
  section: string
  'of-language': string
  reason?: CaseReason | undefined
  age?: keyof typeof AGES | undefined
  score?: number | undefined
  who?: 'mine' | 'free' | 'second' | undefined
}

/** What was asked, as the parts of an address. */
export function given({
  order,
  section,
  age,
  score,
  who,
  reason,
  ...more
}: QueueQuery): Record<string, string | number> {
  const parts = { order, section, 'of-language': more['of-language'], reason, age, score, who }
  return Object.fromEntries(Object.entries(parts).filter(([, part]) => part !== undefined && part !== '')) as Record<
    string,
    string | number
  >
}

export function filterOf({ at }: Pick<Ask, 'at'>, asked: QueueQuery, me: QueueFilter['claimedBy']): QueueFilter {
  const { section, reason, age, score, who } = asked
  return {
    section: section || undefined,
    language: asked['of-language'] || undefined,
    reason,
    openedBy: age && at - AGES[age],
    score,
    free: who === 'free',
    claimedBy: who === 'mine' ? me : undefined,
    secondFor: who === 'second' ? me : undefined,
  }
}
