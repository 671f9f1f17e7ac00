import type { IncomingMessage, ServerResponse } from 'node:http'
import { preferred } from '../../kit/language.ts'
import { sentencesIn, spoken } from '../../kit/sentences.ts'

const AGAIN_SECONDS = 5

/** Says to one for whom there is no room that they should come back, and reads nothing more of them. */
export function busy(always: Readonly<Record<string, string>>) {
  return ({ headers }: IncomingMessage, response: ServerResponse): void => {
    const language = preferred(headers['accept-language'], ['en', ...spoken])!
    response.writeHead(503, {
      ...always,
      'cache-control': 'no-store',
      'content-type': 'text/plain; charset=utf-8',
      'retry-after': String(AGAIN_SECONDS),
      connection: 'close',
    })
    response.end(`${sentencesIn(language)('busy.try-again')}\n`)
  }
}
