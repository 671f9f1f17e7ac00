import { lookup as resolve } from 'node:dns/promises'
import { type IncomingMessage, request as requestHttp } from 'node:http'
import { request as requestHttps } from 'node:https'
import { isIP, type LookupFunction } from 'node:net'
import { brotliDecompress, gunzip, inflate, zstdDecompress } from 'node:zlib'
import { isPublic } from './private-addresses.ts'

/** Why an address was not asked, or its answer was not taken. */
export const WHY_NOT = [
  'no-address',
  'password',
  'port',
  'no-host',
  'private',
  'too-large',
  'other-type',
  'packed',
  'redirects',
  'status',
  'trouble',
  'silent',
] as const
export type WhyNot = (typeof WHY_NOT)[number]

/** Why an address that came from a person or a document was not asked. */
export class NotAsked extends Error {
  override name = 'NotAsked'
  readonly why: WhyNot

  constructor(why: WhyNot, message: string) {
    super(message)
    this.why = why
  }
}

export interface Limits {
  timeMs: number
  /** 0 where nothing of a body is read. */
  bytes: number
  /** The types of which a body is taken at all; every one where nothing is said. */
  types?: readonly string[]
}

export interface Answered {
  status: number
  headers: IncomingMessage['headers']
  body: Buffer
}

export interface Asking {
  method?: 'GET' | 'HEAD' | 'POST'
  headers?: Readonly<Record<string, string>>
  body?: Uint8Array
}

/** How far questions may lead; tests answer in place of the resolver, and open the way to servers of their own. */
export interface Reach {
  /** What a name stands for. */
  resolve(name: string): Promise<string[]>
  mayReach(address: string): boolean
  /** The empty one is the scheme's own. */
  mayEnter(port: string): boolean
}

const PORTS = new Set(['', '80', '443'])

export const PUBLIC: Reach = {
  resolve: async (name) => (await resolve(name, { all: true })).map(({ address }) => address),
  mayReach: isPublic,
  mayEnter: (port) => PORTS.has(port),
}

/** For addresses of the operator's own choice: they may be in a private network, at any port. */
export const OWN: Reach = { ...PUBLIC, mayReach: () => true, mayEnter: () => true }

/**
 * Asks an address that came from a person or a document. No other module opens connections to such.
 * The name is resolved once and the checked address is the one connected to; redirects are not followed.
 */
export async function ask(url: string, limits: Limits, asking: Asking = {}, reach = PUBLIC): Promise<Answered> {
  const target = checked(url, reach)
  const address = await addressOf(target.hostname, reach)
  return answerOf(target, address, limits, asking)
}

/** Whether an address is one that would be asked, as far as can be said before its name is resolved. */
export function isAskable(url: string, reach = PUBLIC): boolean {
  try {
    const name = nameIn(checked(url, reach).hostname)
    return isIP(name) === 0 || reach.mayReach(name)
  } catch {
    return false
  }
}

function checked(text: string, reach: Reach): URL {
  const url = URL.parse(text)
  if (!url || !/^https?:$/.test(url.protocol)) throw new NotAsked('no-address', `${text} is no address on the web.`)
  if (url.username || url.password)
    throw new NotAsked('password', `${url.host} is asked with a password in the address.`)
  if (!reach.mayEnter(url.port)) throw new NotAsked('port', `${url.host} has a port other than 80 and 443.`)
  return url
}

async function addressOf(hostname: string, reach: Reach): Promise<string> {
  const name = nameIn(hostname)
  const addresses = isIP(name) ? [name] : await resolved(name, reach)
  const [first] = addresses
  if (!first) throw new NotAsked('no-host', `${name} has no address.`)
  if (!addresses.every(reach.mayReach)) throw new NotAsked('private', `${name} leads into a private network.`)
  return first
}

/** None for a name that nobody has. */
async function resolved(name: string, reach: Reach): Promise<string[]> {
  try {
    return await reach.resolve(name)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOTFOUND') return []
    throw error
  }
}

function nameIn(hostname: string) {
  return hostname.replace(/^\[|\]$/g, '')
}

function answerOf(url: URL, address: string, { timeMs, bytes, types }: Limits, asking: Asking): Promise<Answered> {
  const { method = 'GET', headers = {}, body = '' } = asking
  const request = url.protocol === 'https:' ? requestHttps : requestHttp
  const fixed: LookupFunction = (_name, options, callback) => {
    const family = isIP(address)
    if (options.all) callback(null, [{ address, family }])
    else callback(null, address, family)
  }
  return new Promise((resolve_, reject) => {
    const question = request(
      url,
      { method, headers, lookup: fixed, agent: false, signal: AbortSignal.timeout(timeMs) },
      (answer) => {
        takenFrom(answer, bytes, types).then(
          (got) => resolve_({ status: answer.statusCode!, headers: answer.headers, body: got }),
          (error) => {
            question.destroy()
            reject(error)
          },
        )
      },
    )
    question.on('error', reject)
    question.end(body)
  })
}

/** What an answer brings; of one that leads elsewhere, or is of another type than was asked for, nothing is read. */
async function takenFrom(answer: IncomingMessage, most: number, types?: readonly string[]): Promise<Buffer> {
  if (!types && most > 0) return bodyOf(answer, most)
  if (!types || answer.statusCode !== 200) {
    answer.destroy()
    return Buffer.alloc(0)
  }
  const type = typeIn(answer.headers['content-type'])
  if (!types.includes(type)) throw new NotAsked('other-type', `The answer is ${type || 'of no type'}.`)
  return unpacked(await bodyOf(answer, most), answer.headers['content-encoding'], most)
}

/** A media type without what is said beside it. */
export function typeIn(header: string | undefined): string {
  return (header ?? '').split(';')[0]!.trim().toLowerCase()
}

/** @NOTE no packing is asked for, but some servers pack all the same. */
async function unpacked(body: Buffer, said = '', most: number): Promise<Buffer> {
  const packing = said.trim().toLowerCase()
  if (packing === '' || packing === 'identity') return body
  const unpack = UNPACKING[packing]
  if (!unpack) throw new NotAsked('packed', `The answer is packed as ${packing}.`)
  return new Promise((resolve_, reject) =>
    unpack(body, { maxOutputLength: most }, (error, plain) => {
      if (!error) resolve_(plain)
      else if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE')
        reject(new NotAsked('too-large', `Unpacked, it is larger than ${most} bytes.`))
      else reject(new NotAsked('packed', 'What was packed cannot be unpacked.'))
    }),
  )
}

type Unpack = (
  body: Buffer,
  options: { maxOutputLength: number },
  done: (error: Error | null, plain: Buffer) => void,
) => void

const UNPACKING: Readonly<Record<string, Unpack>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  deflate: inflate,
  br: brotliDecompress,
  zstd: zstdDecompress,
}

async function bodyOf(answer: IncomingMessage, most: number): Promise<Buffer> {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of answer) {
    size += chunk.length
    if (size > most) throw new NotAsked('too-large', `The answer is larger than ${most} bytes.`)
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
