import type { IncomingMessage, ServerResponse } from 'node:http'
import { preferred } from '../../kit/language.ts'
import { sentencesIn, spoken } from '../../kit/sentences.ts'

/** After how long it is worth trying again where all are busy. */
export const AGAIN_SECONDS = 5

/** Says to one for whom there is no room that they should come back, and reads nothing more of what they were about to send. */
export function busy(always: Readonly<Record<string, string>>) {
  return ({ headers, method, complete }: IncomingMessage, response: ServerResponse): void => {
    const isWhole = complete || method === 'GET'
    const language = preferred(headers['accept-language'], ['en', ...spoken])!
    response.writeHead(503, {
      ...always,
      'cache-control': 'no-store',
      'content-type': 'text/plain; charset=utf-8',
      'retry-after': String(AGAIN_SECONDS),
      ...(!isWhole && { connection: 'close' }),
    })
    response.end(`${sentencesIn(language)('busy.try-again')}\n`)
  }
}
