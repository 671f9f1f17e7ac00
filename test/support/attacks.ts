import { connect, type Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'

/** Connections of one peer who means ill; all are cut when disposed. */
export interface Attacker extends Disposable {
  /** Opens so many connections and says the same on each; reads nothing of what is answered. */
  open(count: number, words: string | ((socket: Socket) => void)): Socket[]
}

/** @NOTE only Linux lets one come from every address of the loopback. */
const ELSEWHERE = process.platform === 'linux' ? '127.0.0.2' : '127.0.0.1'

export function attackerOn(url: string, localAddress = ELSEWHERE): Attacker {
  const { port, hostname } = new URL(url)
  const sockets: Socket[] = []

  function openOne(words: string | ((socket: Socket) => void)): Socket {
    const socket = connect({ port: Number(port), host: hostname, localAddress })
    socket.on('error', () => {})
    socket.pause()
    socket.once('connect', () => (typeof words === 'string' ? socket.write(words) : words(socket)))
    return socket
  }

  return {
    open(count, words) {
      const opened = Array.from({ length: count }, () => openOne(words))
      sockets.push(...opened)
      return opened
    },
    [Symbol.dispose]() {
      for (const socket of sockets) socket.destroy()
    },
  }
}

/** How a request begins. */
export function asking(method: 'GET' | 'POST', path: string, url: string, ...headers: string[]): string {
  const lines = [`${method} ${path} HTTP/1.1`, `Host: ${new URL(url).host}`, `Origin: ${url}`, ...headers]
  return `${lines.join('\r\n')}\r\n\r\n`
}

/** Settles when so many of these have been cut. @NOTE who reads nothing learns of it only by writing. */
export async function cut(sockets: readonly Socket[], count = sockets.length): Promise<void> {
  while (sockets.filter(({ destroyed }) => destroyed).length < count) {
    for (const socket of sockets) if (socket.isPaused() && !socket.connecting && !socket.destroyed) socket.write('\r\n')
    await setImmediate()
  }
}
