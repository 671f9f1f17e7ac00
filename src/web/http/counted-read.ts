import type { EditionId, ReadCount, ReadCounter } from '../../domain/articles/index.ts'
import { memoized } from '../../kit/memoize.ts'

/** What a page counts as when it is read: an article, or a further part of its discussion. */
export interface CountedAs {
  editionId: number
  isPart: boolean
}

export interface GivenToCounting {
  /** Undefined where nothing is counted. */
  readCounter?: ReadCounter | undefined
}

type HeaderOf = (name: 'referer' | 'sec-fetch-dest' | 'sec-purpose' | 'user-agent') => string | undefined

/** Counts that a page was asked for by somebody who reads it: not by a script, ahead of time, or by a program that says it is one. */
export function countRead(
  counter: ReadCounter,
  { editionId, isPart }: CountedAs,
  origin: string,
  header: HeaderOf,
): void {
  if (header('sec-purpose') !== undefined || isProgram(header('user-agent') ?? '')) return
  const destination = header('sec-fetch-dest')
  if (isPart) counter.count(editionId as EditionId, 'further')
  else if (destination === undefined || destination === 'document')
    counter.count(editionId as EditionId, sourceOf(header('referer'), origin))
}

const REMEMBERED = 500
const isProgram = memoized(
  REMEMBERED,
  (agent: string) => agent === '' || /bot|crawl|spider|slurp|preview|curl|wget|python|monitor/i.test(agent),
)

const SEARCH =
  /(?:^|\.)(?:google|bing|duckduckgo|yandex|ya|baidu|ecosia|qwant|startpage|search\.brave|yahoo|seznam|naver|kagi|mojeek|sogou)\.[a-z.]{2,10}$/
const FEEDS = /(?:^|\.)(?:feedly|inoreader|newsblur|theoldreader|feedbin|netvibes|feeder|bazqux|readwise)\.[a-z]{2,4}$/

/** From where somebody came, as their browser says; the address itself is kept nowhere. */
function sourceOf(referer: string | undefined, origin: string): ReadCount {
  if (referer === undefined || referer === '') return 'unsaid'
  if (referer.startsWith(origin)) return 'site'
  return kindOf(hostOf(referer))
}

function hostOf(address: string): string {
  const from = address.indexOf('//') + 2
  const end = address.indexOf('/', from)
  return address.slice(from, end < 0 ? undefined : end).toLowerCase()
}

const kindOf = memoized(REMEMBERED, (host: string): ReadCount => {
  if (SEARCH.test(host)) return 'search'
  return FEEDS.test(host) ? 'feed' : 'elsewhere'
})
