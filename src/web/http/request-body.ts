import type { IncomingMessage } from 'node:http'
import { Trouble } from '../../kit/trouble.ts'
import { isMultipart } from './multipart.ts'

/** The largest body that is read: 8,000 characters of one's own and 16,000 that are quoted, in any script. */
export const LARGEST_BODY = 320 * 1024

/** The largest that brings an article: its longest text, in any script. */
export const LARGEST_ARTICLE = 4 * 1024 * 1024
const BRINGS_AN_ARTICLE = /^\/desk\/editions\//

/** What keeping a piece costs besides its bytes. */
const PIECE_BYTES = 256
const NONE = Buffer.alloc(0)
const TOO_LARGE = Symbol('too large')
const BODY = Symbol('body')

/** @NOTE a request bears its own body: to collect the garbage of a map of requests costs more than to keep them. */
interface Received extends IncomingMessage {
  [BODY]?: Buffer | typeof TOO_LARGE
}

/** What became of a body: it is here, there was no room for it, or whoever sent it is gone. */
export type Arrival = 'here' | 'no-room' | 'gone'

/** Whether a request has a body that is read whole; files are read as they arrive, and only where they are taken. */
export function hasBody({ method, headers }: IncomingMessage): boolean {
  if (isMultipart(headers['content-type'])) return false
  const length = headers['content-length']
  return method === 'POST' && (length === undefined ? 'transfer-encoding' in headers : length !== '0')
}

/** Receives the whole body, as far as it may be long; asks for room for each piece. */
export function receive(request: Received, takeRoom: (bytes: number) => boolean): Promise<Arrival> {
  const { promise, resolve } = Promise.withResolvers<Arrival>()
  const pieces: Buffer[] = []
  const most = largestBody(request)
  let size = 0

  function end(arrival: Arrival, body?: Buffer | typeof TOO_LARGE) {
    if (body !== undefined) request[BODY] = body
    request.off('data', take)
    resolve(arrival)
  }

  function take(piece: Buffer) {
    size += piece.length
    pieces.push(piece)
    if (size <= most && takeRoom(piece.length + PIECE_BYTES)) return
    request.pause()
    if (size > most) end('here', TOO_LARGE)
    else end('no-room')
  }

  if (Number(request.headers['content-length'] ?? 0) > most) end('here', TOO_LARGE)
  else {
    request.on('data', take)
    request.once('end', () => end('here', pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)))
    request.once('error', () => end('gone'))
    request.once('close', () => end('gone'))
  }
  return promise
}

/** The body that was received; throws Trouble where it was too long. */
export function bodyOf(request: Received): Buffer {
  const body = request[BODY] ?? NONE
  if (body === TOO_LARGE) throw new Trouble('invalid', 'body.too-large', { limit: largestBody(request) / 1024 })
  return body
}

function largestBody({ url = '' }: IncomingMessage): number {
  return BRINGS_AN_ARTICLE.test(url) ? LARGEST_ARTICLE : LARGEST_BODY
}
