import { setTimeout } from 'node:timers/promises'
import { AwsV4Signer } from 'aws4fetch'
import { SECOND_MS } from './clock.ts'
import { sha256 } from './hash.ts'
import { type Answer, askOwnHost, beginningOf, type Question } from './own-host.ts'
import { EXIT, Refusal } from './refusal.ts'

/** Where a bucket of a store is that speaks as Amazon's S3 does, and by what it knows us. */
export interface BucketAddress {
  /** Such as https://s3.example.org. */
  endpoint: string
  bucket: string
  region: string
  key: string
  secret: string
  /** Whether the bucket stands in the path, and not in the name of the host. */
  isPathStyle: boolean
}

export interface BucketObject {
  bytes: number
  /** Ends in an error where it breaks off. */
  body: AsyncIterable<Uint8Array>
}

/** What can be done with the objects of a bucket; each throws BucketTrouble where it cannot. */
export interface Bucket {
  /** For the operator. */
  description: string
  put(key: string, bytes: Uint8Array, type: string): Promise<void>
  get(key: string): Promise<BucketObject | undefined>
  about(key: string): Promise<{ bytes: number; at: number } | undefined>
  remove(key: string): Promise<void>
  /** The keys that begin so, in their order. */
  keys(beginning: string): AsyncGenerator<string>
}

/** Why a bucket cannot be used, in a sentence for the operator. */
export class BucketTrouble extends Refusal {
  override name = 'BucketTrouble'
  /** Whether it did not answer at all. */
  readonly isSilent: boolean

  constructor(sentence: string, { isSilent = false, cause }: ErrorOptions & { isSilent?: boolean } = {}) {
    super(sentence, isSilent ? EXIT.unreachable : EXIT.input, { cause })
    this.isSilent = isSilent
  }
}

/** How long one waits for it, and how often it is tried. */
export interface Patience {
  answerMs: number
  idleMs: number
  tries: number
  napMs: number
}

const PATIENCE: Patience = { answerMs: 5 * SECOND_MS, idleMs: 30 * SECOND_MS, tries: 3, napMs: 200 }
/** While bytes go there, they take their time. */
const SLOWEST_BYTES_A_MS = 100
const MOST_OF_AN_ERROR = 4_096
const MOST_OF_A_LIST = 4 * 1024 * 1024

interface Wish {
  method: NonNullable<Question['method']>
  key?: string
  query?: Readonly<Record<string, string>>
  headers?: Readonly<Record<string, string>>
  body?: Uint8Array
}

/** Opens a bucket; nothing is asked before it is needed. */
export function openBucket(address: BucketAddress, patience: Patience = PATIENCE): Bucket {
  const base = baseOf(address)
  const description = `${base.host}${base.pathname}`
  const oneByOne = createProbing()

  async function signed({ method, key = '', query = {}, headers = {}, body }: Wish) {
    const url = new URL(base)
    url.pathname += key
    for (const [name, value] of Object.entries(query)) url.searchParams.set(name, value)
    const { key: accessKeyId, secret: secretAccessKey, region } = address
    const hashed = body && { 'x-amz-content-sha256': sha256(body) }
    const signer = new AwsV4Signer({
      method,
      url: url.href,
      headers: { ...headers, ...hashed },
      accessKeyId,
      secretAccessKey,
      region,
      service: 's3',
    })
    const made = await signer.sign()
    return { url: new URL(made.url), headers: Object.fromEntries(made.headers as Headers) }
  }

  async function once(wish: Wish): Promise<Answer> {
    const { url, headers } = await signed(wish)
    const { method, body } = wish
    const answerMs = patience.answerMs + (body?.length ?? 0) / SLOWEST_BYTES_A_MS
    return askOwnHost(url, { method, headers, body, answerMs, idleMs: Math.max(patience.idleMs, answerMs) })
  }

  /** Everything that is asked can be asked twice. */
  async function answerTo(wish: Wish): Promise<Answer> {
    for (let tried = 1; ; tried++) {
      const answer = await once(wish).catch((error: Error) => error)
      const isOver = tried === patience.tries
      if (answer instanceof Error) {
        if (isOver || /no answer within/.test(answer.message)) throw silent(answer)
      } else if (answer.status < TOO_MANY) return answer
      else if (isOver) throw await refused(answer)
      else answer.body.resume()
      await setTimeout(patience.napMs * 2 ** (tried - 1))
    }
  }

  /** The answer to what must be there; undefined where it is not. */
  function asked(wish: Wish): Promise<Answer | undefined> {
    return oneByOne(async () => {
      const answer = await answerTo(wish)
      if (answer.status >= OK && answer.status < REDIRECTED) return answer
      const why = await refused(answer)
      if (answer.status === MISSING && !/NoSuchBucket/.test(why.message)) return
      throw why
    })
  }

  function silent(cause: Error): BucketTrouble {
    const sentence = `The bucket at ${description} does not answer (${cause.message}). See that PARLEY_MEDIA_ENDPOINT is right and the store runs.`
    return new BucketTrouble(sentence, { isSilent: true, cause })
  }

  async function refused(answer: Answer): Promise<BucketTrouble> {
    const text = await beginningOf(answer, MOST_OF_AN_ERROR).catch(() => '')
    const code = /<Code>([^<]*)<\/Code>/.exec(text)?.[1] ?? ''
    const why = `${answer.status}${code && ` ${code}`}`
    if (answer.status >= TOO_MANY)
      return new BucketTrouble(`The bucket at ${description} fails (${why}). Look at the log of the store.`)
    if (answer.status === FORBIDDEN)
      return new BucketTrouble(
        `The bucket at ${description} does not let us in (${why}). See that PARLEY_MEDIA_KEY, PARLEY_MEDIA_SECRET and PARLEY_MEDIA_REGION are right, and what the key may do.`,
      )
    return new BucketTrouble(
      `The bucket at ${description} takes no such request (${why}). See that PARLEY_MEDIA_BUCKET and PARLEY_MEDIA_REGION are right.`,
    )
  }

  return {
    description,

    async put(key, bytes, type) {
      const answer = await asked({ method: 'PUT', key, body: bytes, headers: { 'content-type': type } })
      if (!answer) throw new BucketTrouble(`There is no bucket at ${description}. Make it, or set PARLEY_MEDIA_BUCKET.`)
      answer.body.resume()
    },

    async get(key) {
      const answer = await asked({ method: 'GET', key })
      return answer && { bytes: Number(answer.headers['content-length']), body: answer.body }
    },

    async about(key) {
      const answer = await asked({ method: 'HEAD', key })
      answer?.body.resume()
      const { 'content-length': bytes, 'last-modified': at = '' } = answer?.headers ?? {}
      return answer && { bytes: Number(bytes), at: Date.parse(at) }
    },

    async remove(key) {
      const answer = await asked({ method: 'DELETE', key })
      answer?.body.resume()
    },

    async *keys(beginning) {
      for (let after = ''; ; ) {
        const query = { 'list-type': '2', prefix: beginning, ...(after && { 'start-after': after }) }
        const answer = await asked({ method: 'GET', query })
        if (!answer)
          throw new BucketTrouble(`There is no bucket at ${description}. Make it, or set PARLEY_MEDIA_BUCKET.`)
        const list = await beginningOf(answer, MOST_OF_A_LIST).catch((error: Error) => {
          throw silent(error)
        })
        const keys = [...list.matchAll(/<Key>([^<]*)<\/Key>/g)].map(([, key]) => key!)
        yield* keys
        after = keys.at(-1) ?? ''
        if (!after || !/<IsTruncated>true<\/IsTruncated>/.test(list)) return
      }
    },
  }
}

const OK = 200
const REDIRECTED = 300
const FORBIDDEN = 403
const MISSING = 404
const TOO_MANY = 429

function baseOf({ endpoint, bucket, isPathStyle }: BucketAddress): URL {
  const url = new URL(endpoint)
  const folder = url.pathname.replace(/\/*$/, '/')
  if (isPathStyle) url.pathname = `${folder}${bucket}/`
  else {
    url.host = `${bucket}.${url.host}`
    url.pathname = folder
  }
  return url
}

/** While a host does not answer, one at a time asks it; all others are told at once what that one was told before. */
function createProbing() {
  let down: BucketTrouble | undefined
  let isProbed = false

  return async function asked<T>(ask: () => Promise<T>): Promise<T> {
    if (down && isProbed) throw down
    const isProbe = down !== undefined
    if (isProbe) isProbed = true
    try {
      const answer = await ask()
      down = undefined
      return answer
    } catch (error) {
      if (error instanceof BucketTrouble && error.isSilent) down = error
      throw error
    } finally {
      if (isProbe) isProbed = false
    }
  }
}
