import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'

/** A server of RFC 5321 that keeps the lines of what it is brought, until the test ends. */
export async function mailServer(t: TestContext) {
  const envelope: string[] = []
  const data: string[] = []
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    let inData = false
    socket.write('220 test\r\n')
    createInterface(socket).on('line', (line) => {
      if (inData && line !== '.') return void data.push(line)
      if (inData) inData = false
      if (/^(?:MAIL|RCPT)/.test(line)) envelope.push(line)
      if (line === 'DATA') inData = true
      socket.write(line === 'DATA' ? '354 go on\r\n' : line === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n')
    })
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  const close = async () => {
    for (const socket of sockets) socket.destroy()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }
  t.after(close)
  return { url: `smtp://127.0.0.1:${port}`, envelope, data, close }
}
