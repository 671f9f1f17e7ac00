import { lookup as resolve } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { isPublic } from './private-addresses.ts'

/** Why an address that came from a person or a document was not asked. */
export class NotAsked extends Error {
  override name = 'NotAsked'
}

export interface Limits {
  timeMs: number
  bytes: number
}

export interface Answered {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
}

/** What a name stands for; tests answer in place of the resolver. */
export type Resolver = (name: string) => Promise<string[]>

const PORTS = new Set(['', '80', '443'])

/**
 * Asks an address that came from a person or a document. No other module opens connections to such.
 * The name is resolved once and the checked address is the one connected to; redirects are not followed.
 */
export async function ask(
  url: string,
  limits: Limits,
  method: 'GET' | 'HEAD' = 'GET',
  resolver = system,
): Promise<Answered> {
  const target = checked(url)
  const address = await publicAddressOf(target.hostname, resolver)
  return answerOf(target, address, limits, method)
}

function checked(text: string): URL {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol)) throw new NotAsked(`${text} is no address on the web.`)
  if (url.username || url.password) throw new NotAsked(`${url.host} is asked with a password in the address.`)
  if (!PORTS.has(url.port)) throw new NotAsked(`${url.host} has a port other than 80 and 443.`)
  return url
}

async function publicAddressOf(hostname: string, resolver: Resolver): Promise<string> {
  const name = hostname.replace(/^\[|\]$/g, '')
  const addresses = isIP(name) ? [name] : await resolver(name)
  const [first] = addresses
  if (!first) throw new NotAsked(`${name} has no address.`)
  if (!addresses.every(isPublic)) throw new NotAsked(`${name} leads into a private network.`)
  return first
}

async function system(name: string): Promise<string[]> {
  return (await resolve(name, { all: true })).map(({ address }) => address)
}

function answerOf(url: URL, address: string, { timeMs, bytes }: Limits, method: string): Promise<Answered> {
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const fixed: LookupFunction = (_name, options, callback) => {
    const family = isIP(address)
    if (options.all) callback(null, [{ address, family }])
    else callback(null, address, family)
  }
  return new Promise((resolve_, reject) => {
    const asking = request(
      url,
      { method, lookup: fixed, agent: false, signal: AbortSignal.timeout(timeMs) },
      (answer) => {
        bodyOf(answer, bytes).then(
          (body) => resolve_({ status: answer.statusCode!, headers: answer.headers, body }),
          (error) => {
            asking.destroy()
            reject(error)
          },
        )
      },
    )
    asking.on('error', reject)
    asking.end()
  })
}

async function bodyOf(answer: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer) {
    size += chunk.length
    if (size > most) throw new NotAsked(`The answer is larger than ${most} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
