import { type Answered, ask, type Limits, NotAsked, PUBLIC, type Reach } from './outbound.ts'

/** More addresses after another are not followed. */
export const MOST_REDIRECTS = 3

const REDIRECTS = [301, 302, 303, 307, 308]
const PERMANENT = [301, 308]

/** What stands at an address, and where it was found in the end. */
export interface Found extends Answered {
  url: string
  /** Whether every server on the way said that it has moved for good. */
  hasMoved: boolean
}

interface Going {
  limits: Limits
  method?: 'GET' | 'HEAD'
  headers?: Readonly<Record<string, string>>
  reach?: Reach | undefined
}

/**
 * Asks an address that came from a person or a document and follows where it leads, at most three times, each address checked as the
 * first was, all of it within one time. Throws NotAsked with what stood in the way; an answer is told whatever its status.
 */
export async function askOn(
  url: string,
  { limits, method = 'GET', headers = {}, reach = PUBLIC }: Going,
): Promise<Found> {
  const late = Promise.withResolvers<never>()
  const until = performance.now() + limits.timeMs
  const timer = setTimeout(() => late.reject(silent(url)), limits.timeMs)
  late.promise.catch(() => {})
  try {
    let [at, hasMoved] = [url, true]
    for (let redirects = 0; ; redirects++) {
      const timeMs = Math.max(1, Math.ceil(until - performance.now()))
      const answer = await Promise.race([ask(at, { ...limits, timeMs }, { method, headers }, reach), late.promise])
      const next = REDIRECTS.includes(answer.status) ? answer.headers.location : undefined
      if (next === undefined) return { ...answer, url: at, hasMoved: hasMoved && redirects > 0 }
      if (redirects === MOST_REDIRECTS)
        throw new NotAsked('redirects', `${url} leads on more than ${MOST_REDIRECTS} times.`)
      hasMoved &&= PERMANENT.includes(answer.status)
      at = placeOf(next, at)
    }
  } catch (error) {
    throw error instanceof NotAsked ? error : silent(url, error)
  } finally {
    clearTimeout(timer)
  }
}

/** @NOTE a fragment stays with the address that the reader asked for, and no server is told of it. */
function placeOf(location: string, base: string): string {
  const url = URL.parse(location, base)
  if (!url) throw new NotAsked('no-address', `${location} is no address on the web.`)
  return url.href
}

function silent(url: string, cause?: unknown): NotAsked {
  const why = cause instanceof Error ? ` (${cause.message})` : ''
  return Object.assign(new NotAsked('silent', `${url} does not answer${why}.`), { cause })
}
