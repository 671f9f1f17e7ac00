import { createHash, createHmac } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import type { BucketAddress } from '../../src/kit/bucket.ts'

/** What goes wrong with the next requests of a method. */
export type Fault = 'fails' | 'hangs' | 'breaks-off'

export interface BucketServer extends AsyncDisposable {
  address: BucketAddress
  objects: Map<string, Buffer>
  /** What is asked, as "GET media/…". */
  asked: string[]
  /** Lets the next so many requests of a method go wrong. */
  failNext(method: string, fault: Fault, times?: number): void
  /** Stops listening, and listens again at the same address. */
  end(): Promise<void>
  begin(): Promise<void>
}

const BUCKET = 'review'
const KEY = 'AKIATEST'
const SECRET = 'secret-of-the-tests'
const REGION = 'eu-test-1'
const PAGE = 3

/** A store that speaks as Amazon's S3 does, as far as Parley asks it, and looks at each signature (Signature Version 4). */
export async function openBucketServer(): Promise<BucketServer> {
  const objects = new Map<string, Buffer>()
  const asked: string[] = []
  const faults: { method: string; fault: Fault }[] = []

  const server = createServer(async (request, response) => {
    const body = await buffer(request).catch(() => undefined)
    if (body) answer(request, response, body)
  })

  function answer(request: IncomingMessage, response: ServerResponse, body: Buffer) {
    const url = new URL(request.url!, 'http://host')
    const name = decodeURIComponent(url.pathname).slice(`/${BUCKET}/`.length)
    asked.push(`${request.method} ${name}${url.search}`)
    const wrong = wrongWith(request, url, body)
    if (wrong) return refuse(response, 403, wrong)
    const at = faults.findIndex(({ method }) => method === request.method)
    const [now] = at < 0 ? [] : faults.splice(at, 1)
    if (now?.fault === 'hangs') return
    if (now?.fault === 'fails') return refuse(response, 500, 'InternalError')
    const isBroken = now?.fault === 'breaks-off'
    if (!url.pathname.startsWith(`/${BUCKET}/`)) return refuse(response, 404, 'NoSuchBucket')
    if (name === '') return list(url, response)
    if (request.method === 'PUT') objects.set(name, body)
    if (request.method === 'DELETE') objects.delete(name)
    if (request.method === 'PUT' || request.method === 'DELETE') return void response.writeHead(200).end()
    const found = objects.get(name)
    if (!found) return refuse(response, 404, 'NoSuchKey')
    response.writeHead(200, { 'content-length': found.length, 'last-modified': new Date(0).toUTCString() })
    if (!isBroken) return void response.end(request.method === 'HEAD' ? undefined : found)
    response.write(found.subarray(0, found.length / 2), () => response.destroy())
  }

  function list({ searchParams: asks }: URL, response: ServerResponse) {
    const [prefix, after] = [asks.get('prefix') ?? '', asks.get('start-after') ?? '']
    const names = [...objects.keys()].filter((name) => name.startsWith(prefix) && name > after).sort()
    const contents = names.slice(0, PAGE).map((name) => `<Contents><Key>${name}</Key></Contents>`)
    response.end(
      `<ListBucketResult><IsTruncated>${names.length > PAGE}</IsTruncated>${contents.join('')}</ListBucketResult>`,
    )
  }

  async function begin() {
    server.listen(port, '127.0.0.1')
    await once(server, 'listening')
  }

  async function end() {
    server.closeAllConnections()
    await new Promise((resolve) => server.close(resolve))
  }

  let port = 0
  await begin()
  port = (server.address() as { port: number }).port
  const endpoint = `http://127.0.0.1:${port}`
  return {
    address: { endpoint, bucket: BUCKET, region: REGION, key: KEY, secret: SECRET, isPathStyle: true },
    objects,
    asked,
    failNext(method, fault, times = 1) {
      for (let n = 0; n < times; n++) faults.push({ method, fault })
    },
    begin,
    end,
    async [Symbol.asyncDispose]() {
      if (server.listening) await end()
    },
  }
}

function refuse(response: ServerResponse, status: number, code: string) {
  response.writeHead(status).end(`<?xml version="1.0"?><Error><Code>${code}</Code></Error>`)
}

/** Why a request is not let in. Source: AWS Signature Version 4, "Create a signed request". */
function wrongWith({ method, headers }: IncomingMessage, url: URL, body: Buffer): string | undefined {
  const { authorization = '', 'x-amz-date': date = '', 'x-amz-content-sha256': hash = '' } = headers
  const [, key, day, region, names = '', signature] =
    /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([^/]+)\/s3\/aws4_request, SignedHeaders=([^,]+), Signature=([0-9a-f]{64})$/.exec(
      authorization,
    ) ?? []
  if (key !== KEY || region !== REGION) return 'InvalidAccessKeyId'
  if (hash !== 'UNSIGNED-PAYLOAD' && hash !== sha256(body)) return 'XAmzContentSHA256Mismatch'
  const query = [...url.searchParams].map((pair) => pair.map(encoded).join('=')).sort()
  const signed = names.split(';').map((name) => `${name}:${headers[name]}\n`)
  const canonical = [method, url.pathname, query.join('&'), signed.join(''), names, hash].join('\n')
  const scope = `${day}/${region}/s3/aws4_request`
  const steps = [day!, region!, 's3', 'aws4_request']
  const signing = steps.reduce<Buffer>((by, step) => hmac(by, step), Buffer.from(`AWS4${SECRET}`))
  const made = hmac(signing, ['AWS4-HMAC-SHA256', date, scope, sha256(canonical)].join('\n')).toString('hex')
  if (!names.split(';').includes('host') || made !== signature) return 'SignatureDoesNotMatch'
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)
}

function sha256(bytes: string | Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

function hmac(key: Buffer, text: string): Buffer {
  return createHmac('sha256', key).update(text).digest()
}
