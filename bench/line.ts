import { once } from 'node:events'
import { connect, type Socket } from 'node:net'

export interface Answer {
  status: number
  /** The status line and headers, as they came. */
  head: string
  body: Buffer
}

/** One keep-alive connection that asks one thing after the other, as bytes, so that asking costs little. */
export interface Line {
  ask(request: string): Promise<Answer>
  close(): void
}

const END_OF_HEAD = '\r\n\r\n'
const LAST_CHUNK = '0\r\n\r\n'

/** @NOTE only Linux lets one come from every address of the loopback. */
export async function openLine(port: number, localAddress = '127.0.0.1'): Promise<Line> {
  const socket = connect({ port, host: '127.0.0.1', localAddress }).setNoDelay()
  await once(socket, 'connect')
  return lineOver(socket)
}

function lineOver(socket: Socket): Line {
  let bytes: Buffer = Buffer.alloc(0)
  let waiting: PromiseWithResolvers<Answer> | undefined
  socket.on('data', (more) => {
    bytes = bytes.length === 0 ? (more as Buffer) : Buffer.concat([bytes, more as Buffer])
    const answer = answerIn(bytes)
    if (!answer) return
    bytes = Buffer.alloc(0)
    waiting?.resolve(answer)
  })
  const fail = () => waiting?.reject(new Error('the server closed the connection'))
  socket.on('error', fail).on('close', fail)
  return {
    ask(request) {
      waiting = Promise.withResolvers()
      if (socket.destroyed) fail()
      else socket.write(request)
      return waiting.promise
    },
    close: () => void socket.destroy(),
  }
}

/** The whole answer, once it is there. */
function answerIn(bytes: Buffer): Answer | undefined {
  const end = bytes.indexOf(END_OF_HEAD)
  if (end < 0) return
  const head = bytes.toString('latin1', 0, end)
  const body = bytes.subarray(end + END_OF_HEAD.length)
  const status = Number(head.slice('HTTP/1.1 '.length, 'HTTP/1.1 200'.length))
  const length = /^content-length: (\d+)/im.exec(head)?.[1]
  const isWhole = length
    ? body.length >= Number(length)
    : !/^transfer-encoding: chunked/im.test(head) ||
      body.toString('latin1', body.length - LAST_CHUNK.length) === LAST_CHUNK
  return isWhole ? { status, head, body } : undefined
}

export function getting(path: string, headers: Record<string, string> = {}): string {
  return `GET ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines({ 'accept-encoding': 'gzip, br', ...headers })}\r\n`
}

/** A form as a browser sends it. */
export function sending(path: string, fields: Record<string, string>, headers: Record<string, string>): string {
  const body = new URLSearchParams(fields).toString()
  const always = {
    'content-type': 'application/x-www-form-urlencoded',
    'content-length': String(Buffer.byteLength(body)),
  }
  return `POST ${path} HTTP/1.1\r\nhost: 127.0.0.1\r\n${lines({ ...always, ...headers })}\r\n${body}`
}

function lines(headers: Record<string, string>): string {
  return Object.entries(headers)
    .map(([name, value]) => `${name}: ${value}\r\n`)
    .join('')
}
