import type { Server } from 'node:net'
import { EXIT, Refusal } from '../../kit/refusal.ts'

/** Where a server listens. */
export interface Address {
  host: string
  port: number
}

/** So many connections may come while others are heard; the system may allow fewer. @NOTE whoever finds no room waits for seconds. */
const BACKLOG = 4_096

/** Takes the address; throws a Refusal that says why this cannot be. */
export function listening(server: Server, { host, port }: Address): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(refusalOf(error, { host, port })))
    server.listen({ port, host, backlog: BACKLOG }, () => resolve())
  })
}

const OTHER_PORT = 'Stop that program or set PARLEY_PORT to another port.'
const OTHER_HOST = 'Set PARLEY_HOST to an address of this machine, such as 127.0.0.1 or 0.0.0.0.'

const WHY: Readonly<Record<string, (address: Address) => string>> = {
  EADDRINUSE: ({ host, port }) => `Port ${port} of ${host} is used by another program. ${OTHER_PORT}`,
  EACCES: ({ host, port }) => `Port ${port} of ${host} may not be used by this user. ${OTHER_PORT}`,
  EADDRNOTAVAIL: ({ host }) => `This machine does not have the address ${host}. ${OTHER_HOST}`,
  EAFNOSUPPORT: ({ host }) => `This machine has no addresses such as ${host}. ${OTHER_HOST}`,
  EINVAL: ({ host }) => `Nothing can listen on ${host}. ${OTHER_HOST}`,
  ENOTFOUND: ({ host }) => `There is no address for the name ${host}. ${OTHER_HOST}`,
  EAI_AGAIN: ({ host }) => `The address of the name ${host} could not be asked for. ${OTHER_HOST}`,
}

function refusalOf(error: NodeJS.ErrnoException, address: Address) {
  const sentence = WHY[error.code ?? '']?.(address)
  return sentence ? new Refusal(sentence, EXIT.addressInUse, { cause: error }) : error
}
