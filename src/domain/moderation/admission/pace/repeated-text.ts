import { MINUTE_MS } from '../../../../kit/clock.ts'
import { sha256 } from '../../../../kit/hash.ts'
import { Trouble } from '../../../../kit/trouble.ts'
import type { Draft } from '../../../discussion/index.ts'
import { holdsLink } from '../rules/links.ts'
import type { RecentPost } from './recent-post.ts'
import type { Refused } from './refused.ts'

/** What is shorter and holds no link, as thanks and agreement, is said again and again by anybody. */
const SHORTEST = 40

const LENGTH = 24

/** By what the same words are known again, whatever stands between them; null where they may be said again. */
export function fingerprint({ plain, html }: Pick<Draft, 'plain' | 'html'>): string | null {
  const words =
    plain
      .normalize('NFKC')
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu)
      ?.join(' ') ?? ''
  if (words.length < SHORTEST && !holdsLink(html)) return null
  return sha256(words).slice(0, LENGTH)
}

/** What is said to who says the same again. */
export function repeats({ personId, words, at }: RecentPost, hours: number): Refused {
  return {
    troubleAt: () => new Trouble('conflict', 'admission.repeated', { hours }),
    about: `words ${personId} ${words}`,
    until: at + MINUTE_MS,
  }
}
