import type { IncomingMessage, ServerResponse } from 'node:http'
import { preferred } from '../../kit/language.ts'
import { memoized } from '../../kit/memoize.ts'
import { sentencesIn, spoken } from '../../kit/sentences.ts'

/** After how long it is worth trying again where all are busy. */
export const AGAIN_SECONDS = 5

/** So many ways to ask for a language are remembered. */
const MOST_WISHES = 64
/** A body up to this length is let pass, which costs less than another connection. */
const LET_PASS_BYTES = 64 * 1024

/** Says to one for whom there is no room that they should come back, and keeps nothing of what they were about to send. */
export function busy(always: Readonly<Record<string, string>>) {
  const languageOf = memoized(MOST_WISHES, (wishes: string | undefined) => preferred(wishes, ['en', ...spoken])!)
  const inLanguage = memoized(spoken.length + 1, (language: string) => {
    const body = Buffer.from(`${sentencesIn(language)('busy.try-again')}\n`)
    const headers = {
      ...always,
      'cache-control': 'no-store',
      'content-type': 'text/plain; charset=utf-8',
      'content-length': String(body.length),
      'retry-after': String(AGAIN_SECONDS),
    }
    return { body, headers: Object.entries(headers).flat() }
  })

  return (request: IncomingMessage, response: ServerResponse): void => {
    const { body, headers } = inLanguage(languageOf(request.headers['accept-language']))
    if (!isSoonPast(request)) response.shouldKeepAlive = false
    response.writeHead(503, headers)
    response.end(body)
  }
}

function isSoonPast({ complete, method, headers }: IncomingMessage): boolean {
  return complete || method === 'GET' || Number(headers['content-length']) <= LET_PASS_BYTES
}
