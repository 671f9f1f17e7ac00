import type { IncomingMessage } from 'node:http'
import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type * as busboy from '@fastify/busboy'
import { lazy } from '../../kit/lazy.ts'
import { Trouble } from '../../kit/trouble.ts'

const require = createRequire(import.meta.url)
const library = lazy((): typeof busboy => require('@fastify/busboy'))

const MULTIPART = /^multipart\/form-data\b/i
const MOST_PARTS = 200
const LARGEST_HEAD = 4 * 1024

/** One field of such a form; what it holds is a stream, whether it is a file or not. */
export interface Part {
  name: string
  /** As the reader's own folder names it. */
  fileName: string | undefined
  type: string
  content: Readable
}

export function isMultipart(contentType: string | undefined): boolean {
  return MULTIPART.test(contentType ?? '')
}

/** Hands over each part of a form as it arrives; ends with the first that is not taken. Throws Trouble for what is no such form. */
export async function eachPart(request: IncomingMessage, take: (part: Part) => Promise<void>): Promise<void> {
  const parser = parserFor(request)
  const taking: Promise<void>[] = []
  const contents: Readable[] = []
  parser.on('file', (name: string | undefined, content, fileName: string | undefined, _encoding, type) => {
    contents.push(content)
    const taken = name === undefined ? skipped(content) : take({ name, fileName, type, content })
    taking.push(taken.catch((error) => void parser.destroy(error)))
  })
  parser.on('partsLimit', () => parser.destroy(new Trouble('invalid', 'body.too-many-parts', { limit: MOST_PARTS })))
  try {
    await pipeline(request, parser)
  } catch (error) {
    // @NOTE the library leaves parts open for ever when what brings them breaks off.
    for (const content of contents) content.destroy()
    if (error instanceof Trouble) throw error
    throw request.complete
      ? new Trouble('invalid', 'body.unknown-type', {}, { cause: error })
      : (request.errored ?? error)
  } finally {
    await Promise.allSettled(taking)
  }
}

/** @NOTE all parts are taken for files, as the library would put a replacement character where a text is no UTF-8. */
function parserFor({ headers }: IncomingMessage): busboy.BusboyInstance {
  const limits = { parts: MOST_PARTS, headerSize: LARGEST_HEAD }
  try {
    return new (library().Busboy)({
      headers: headers as busboy.BusboyHeaders,
      isPartAFile: () => true,
      limits,
    })
  } catch (error) {
    throw new Trouble('invalid', 'body.unknown-type', {}, { cause: error })
  }
}

async function skipped(content: Readable): Promise<void> {
  content.resume()
}
