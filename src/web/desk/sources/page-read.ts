import { languageFrom } from '../../../kit/language.ts'
import { NotAsked, type Reach, typeIn, type WhyNot } from '../../../kit/outbound.ts'
import { askOn } from '../../../kit/outbound-page.ts'
import { Trouble } from '../../../kit/trouble.ts'
import { pageText } from '../../../text/charset.ts'
import { pageFacts } from '../../../text/page-facts.ts'
import type { StatedTime } from '../../../text/stated-time.ts'

/** What a page at an address says of itself, read once for the form that keeps it. */
export interface ReadPage {
  /** Where it was found in the end. */
  url: string
  canonicalUrl: string
  title: string
  outlet: string
  language: string
  bylines: string[]
  published: StatedTime | undefined
  mediaType: string
}

const LIMITS = { timeMs: 10_000, bytes: 3_000_000, types: ['text/html', 'application/xhtml+xml'] }
const HEADERS = { accept: 'text/html,application/xhtml+xml;q=0.9', 'user-agent': 'Parley (reads what is cited)' }

/** Reads a page. Throws Trouble with a sentence of what stood in the way. */
export async function pageRead(url: string, reach: Reach | undefined): Promise<ReadPage> {
  try {
    const found = await askOn(url, { limits: LIMITS, headers: HEADERS, reach })
    if (found.status !== 200) throw new NotAsked(whyNot(found.status), `${url} answered with status ${found.status}.`)
    const type = found.headers['content-type']
    const facts = await pageFacts(pageText(found.body, type), found.url)
    return {
      url: withoutFragment(found.url),
      canonicalUrl: facts.canonical ?? '',
      title: facts.title ?? '',
      outlet: facts.outlet ?? '',
      language: languageFrom((facts.language ?? '').trim()) ?? '',
      bylines: facts.authors,
      published: facts.published,
      mediaType: typeIn(type),
    }
  } catch (error) {
    if (error instanceof NotAsked) throw new Trouble('invalid', `link.${error.why}`, {}, { cause: error })
    throw error
  }
}

/** Whether the server cannot answer now, or does not. */
function whyNot(status: number): WhyNot {
  return status >= 500 || status === TOO_MANY ? 'trouble' : 'status'
}

const TOO_MANY = 429

function withoutFragment(url: string): string {
  return url.split('#')[0]!
}
