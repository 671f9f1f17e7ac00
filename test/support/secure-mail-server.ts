import { once } from 'node:events'
import { createServer, type Socket } from 'node:net'
import { createInterface } from 'node:readline'
import type { TestContext } from 'node:test'
import { TLSSocket } from 'node:tls'
import type { Certificate } from './certificate.ts'

/** What a server was brought, and over which kind of line each command came. */
export interface SecureMailServer {
  port: number
  commands: { line: string; isEncrypted: boolean }[]
  letters: string[]
}

/** A server as providers run one on port 587: it takes letters after STARTTLS (RFC 3207) and AUTH PLAIN (RFC 4954) alone. */
export async function secureMailServer(
  t: Pick<TestContext, 'after'>,
  { cert, key }: Certificate,
  { password, offersTls = true }: { password: string; offersTls?: boolean },
): Promise<SecureMailServer> {
  const [commands, letters]: [SecureMailServer['commands'], string[]] = [[], []]
  const sockets = new Set<Socket>()

  function speak(socket: Socket, isEncrypted: boolean) {
    const lines = createInterface(socket)
    let [hasEntered, letter]: [boolean, string[] | undefined] = [false, undefined]
    const say = (line: string) => socket.write(`${line}\r\n`)
    lines.on('line', (line) => {
      if (letter && line !== '.') return void letter.push(line)
      if (letter) {
        letters.push(letter.join('\n'))
        letter = undefined
        return say('250 taken')
      }
      commands.push({ line, isEncrypted })
      if (/^EHLO/.test(line))
        return say(isEncrypted || !offersTls ? '250-test\r\n250 AUTH PLAIN' : '250-test\r\n250 STARTTLS')
      if (line === 'STARTTLS' && !offersTls) return say('502 not here')
      if (line === 'STARTTLS') {
        lines.close()
        socket.write('220 go on\r\n')
        return speak(new TLSSocket(socket, { isServer: true, cert, key }), true)
      }
      if (/^AUTH PLAIN/.test(line)) {
        hasEntered = Buffer.from(line.split(' ')[2]!, 'base64').toString().split('\0')[2] === password
        return say(hasEntered ? '235 come in' : '535 wrong password')
      }
      if (line === 'QUIT') return say('221 bye')
      if (!hasEntered) return say('530 sign in first')
      if (line === 'DATA') letter = []
      say(line === 'DATA' ? '354 go on' : '250 ok')
    })
    socket.on('error', () => {})
  }

  const server = createServer((socket) => {
    sockets.add(socket)
    socket.write('220 test\r\n')
    speak(socket, false)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  t.after(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  return { port: (server.address() as { port: number }).port, commands, letters }
}
