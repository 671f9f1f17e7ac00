import { EventEmitter, once } from 'node:events'
import { connect, createServer, type Socket } from 'node:net'

/** Stands between a program and a server, and can stop passing on what they say. */
export interface Proxy extends AsyncDisposable {
  url: string
  /** How many connections there were at once since it stopped. */
  mostAtOnce(): number
  /** Breaks all connections; those that come from now on are taken, and hear nothing. */
  stop(): void
  /** Keeps back what is said from now on, on old and on new connections, and breaks none. */
  hush(): void
  /** Settles when so many have come since. */
  attempts(count: number): Promise<void>
  /** Passes on again, also what it kept back. */
  goOn(): void
}

export async function proxyTo(url: string): Promise<Proxy> {
  const { hostname, port } = new URL(url)
  const happening = new EventEmitter().setMaxListeners(0)
  const open = new Set<Socket>()
  let [hasStopped, came, most] = [false, 0, 0]

  const server = createServer((socket) => {
    open.add(socket)
    socket.on('error', () => {})
    for (const end of ['end', 'close']) socket.on(end, () => open.delete(socket))
    setImmediate(count)
    if (hasStopped) keepBack(socket)
    else passOn(socket)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')

  /** @NOTE not at once, for the end of one connection may be seen after the beginning of the next. */
  function count() {
    most = Math.max(most, open.size)
    came++
    happening.emit('attempt')
  }

  function keepBack(socket: Socket) {
    const said: Buffer[] = []
    const keep = (words: Buffer) => void said.push(words)
    socket.on('data', keep)
    happening.once('goOn', () => passOn(socket.off('data', keep), said))
  }

  function passOn(socket: Socket, said: readonly Buffer[] = []) {
    if (socket.destroyed) return
    const far = connect(Number(port), hostname).on('error', () => {})
    for (const words of said) far.write(words)
    far.pipe(socket).pipe(far)
    happening.on('hush', () => {
      far.unpipe(socket).pause()
      socket.unpipe(far).pause()
    })
    happening.on('goOn', () => far.pipe(socket).pipe(far))
    far.on('close', () => socket.destroy())
    socket.on('close', () => far.destroy())
  }

  function breakAll() {
    for (const socket of open) socket.destroy()
    open.clear()
  }

  const here = new URL(url)
  here.host = `127.0.0.1:${(server.address() as { port: number }).port}`
  return {
    url: here.href,
    mostAtOnce: () => most,
    stop() {
      breakAll()
      hasStopped = true
      came = most = 0
    },
    hush() {
      hasStopped = true
      happening.emit('hush')
    },
    async attempts(count) {
      while (came < count) await once(happening, 'attempt')
    },
    goOn() {
      if (!hasStopped) return
      hasStopped = false
      happening.emit('goOn')
    },
    async [Symbol.asyncDispose]() {
      breakAll()
      server.close()
    },
  }
}
