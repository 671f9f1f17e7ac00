import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'

/** A server of RFC 5321 that takes no letter before it may. */
export interface SlowMailServer extends AsyncDisposable {
  url: string
  /** How many letters were brought, taken or not. */
  brought: number
  mayTake: PromiseWithResolvers<void>
}

export async function openSlowMailServer(): Promise<SlowMailServer> {
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let inData = false
    socket.write('220 test\r\n')
    createInterface(socket).on('line', async (line) => {
      if (inData && line !== '.') return
      if (inData) {
        inData = false
        slow.brought++
        await slow.mayTake.promise
      }
      if (line === 'DATA') inData = true
      socket.write(line === 'DATA' ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const slow: SlowMailServer = {
    url: `smtp://127.0.0.1:${port}`,
    brought: 0,
    mayTake: Promise.withResolvers(),
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => server.close(resolve))
    },
  }
  return slow
}
