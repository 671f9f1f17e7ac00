import { once } from 'node:events'
import { createServer } from 'node:http'
import type { Server } from 'node:net'
import { EXIT, Refusal } from '../../kit/refusal.ts'

/** Where a server listens. */
export interface Address {
  host: string
  port: number
}

/** A socket that listens already and was handed over, by its number. */
export interface HandedSocket {
  fd: number
}

/** The setting by which an operator chose the address. */
type Setting = 'PARLEY_PORT' | 'PARLEY_METRICS'

/** So many connections may come while others are heard; the system may allow fewer. @NOTE whoever finds no room waits for seconds. */
const BACKLOG = 4_096

/** Takes the address; throws a Refusal that says why this cannot be. */
export function listening(server: Server, place: Address | HandedSocket, setting: Setting = 'PARLEY_PORT') {
  return new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalOf(error, place, setting)))
    server.listen({ ...place, backlog: BACKLOG }, () => resolve())
  })
}

/** Throws a Refusal where the address cannot be had, before anything is made; who takes it afterwards is met by the start. */
export async function mustBeFree(address: Address): Promise<void> {
  const server = createServer()
  await listening(server, address)
  server.close()
  server.closeAllConnections()
  await once(server, 'close')
}

const OTHER_HOST = 'Set PARLEY_HOST to an address of this machine, such as 127.0.0.1 or 0.0.0.0.'
const otherPort = (setting: Setting) => `Stop that program or set ${setting} to another port.`

const WHY: Readonly<Record<string, (address: Address, setting: Setting) => string>> = {
  EADDRINUSE: ({ host, port }, setting) => `Port ${port} of ${host} is used by another program. ${otherPort(setting)}`,
  EACCES: ({ host, port }, setting) => `Port ${port} of ${host} may not be used by this user. ${otherPort(setting)}`,
  EADDRNOTAVAIL: ({ host }) => `This machine does not have the address ${host}. ${OTHER_HOST}`,
  EAFNOSUPPORT: ({ host }) => `This machine has no addresses such as ${host}. ${OTHER_HOST}`,
  EINVAL: ({ host }) => `Nothing can listen on ${host}. ${OTHER_HOST}`,
  ENOTFOUND: ({ host }) => `There is no address for the name ${host}. ${OTHER_HOST}`,
  EAI_AGAIN: ({ host }) => `The address of the name ${host} could not be asked for. ${OTHER_HOST}`,
}

function refusalOf(error: NodeJS.ErrnoException, place: Address | HandedSocket, setting: Setting) {
  if ('fd' in place)
    return new Refusal(
      `The socket that was handed over cannot be listened on (${error.message}). See that it is one for TCP.`,
      EXIT.addressInUse,
      { cause: error },
    )
  const sentence = WHY[error.code ?? '']?.(place, setting)
  return sentence ? new Refusal(sentence, EXIT.addressInUse, { cause: error }) : error
}
