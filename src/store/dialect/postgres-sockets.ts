import { once } from 'node:events'
import { Socket } from 'node:net'

/** Makes the sockets of connections, so that those can be broken whose other end does not let them go. */
export function createSockets() {
  const open = new Set<Socket>()

  function make() {
    const socket = new Socket()
    open.add(socket)
    return socket.once('close', () => open.delete(socket))
  }

  /** Settles when the work is done and none is open any more; after so long it breaks those that are. */
  async function closed(work: Promise<unknown>, atMostMs: number): Promise<void> {
    const patience = setTimeout(() => {
      for (const socket of open) socket.destroy()
    }, atMostMs)
    await work
    for (const socket of open) await once(socket, 'close')
    clearTimeout(patience)
  }

  /** By which a server knows those that are open. */
  function ports(): number[] {
    return [...open].flatMap(({ localPort }) => localPort ?? [])
  }

  return { make, closed, ports }
}
