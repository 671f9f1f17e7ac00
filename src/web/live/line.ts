import type { ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

/** A browser that cannot take its news for so long is dropped; it comes back with its numbers. */
const MOST_UNSENT_BYTES = 256 * 1024

/** Said at once, so that a browser whose proxy keeps back what is said knows that it hears nothing. */
const OPENED = Buffer.from('event: hello\ndata: 1\n\n')

const EVENT_STREAM = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store',
  'x-accel-buffering': 'no',
  connection: 'close',
}

type Headers = Readonly<Record<string, string | string[]>>

/** One browser's open stream. It is framed by nothing but its end, so that the same bytes go to every one as they are. */
export class StreamConnection {
  readonly #out: ServerResponse
  readonly #socket: Socket
  /** Settles when the browser is gone. */
  readonly closed: Promise<void>

  constructor(out: ServerResponse, socket: Socket, headers: Headers) {
    this.#out = out
    this.#socket = socket
    this.closed = new Promise((resolve) => {
      if (socket.destroyed) resolve()
      else socket.once('close', () => resolve())
    })
    out.removeHeader('transfer-encoding')
    out.writeHead(200, { ...headers, ...EVENT_STREAM })
    forgetRequest(out)
    socket.cork()
    out.flushHeaders()
    this.send(OPENED)
    socket.uncork()
  }

  send(bytes: Buffer): void {
    if (this.#socket.writableLength > MOST_UNSENT_BYTES) this.#socket.destroy()
    else this.#socket.write(bytes)
  }

  /** Settles when what was said is on its way, or will never be. */
  async taken(): Promise<void> {
    if (!this.#socket.writableNeedDrain) return
    const drained = new Promise<void>((resolve) => this.#socket.once('drain', resolve))
    await Promise.race([drained, this.closed])
  }

  get isOpen(): boolean {
    return !this.#socket.destroyed
  }

  end(): void {
    this.#out.end()
  }
}

/** @NOTE the adapter's listener holds the whole request until the stream closes, a third of all that an open page costs. */
function forgetRequest(out: ServerResponse) {
  out.removeAllListeners('close')
}
