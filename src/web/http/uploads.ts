import { createWriteStream } from 'node:fs'
import { readdir, rm, stat } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { MINUTE_MS, wallClock } from '../../kit/clock.ts'
import { makeFolder } from '../../kit/folder.ts'
import { secret } from '../../kit/hash.ts'
import type { Log } from '../../kit/log.ts'
import { Trouble } from '../../kit/trouble.ts'
import { type Form, formFrom, utf8 } from './bodies.ts'
import { eachPart, type Part } from './multipart.ts'
import { LARGEST_BODY } from './request-body.ts'

/** How large the file in a field may be, and how many may come in it; one where nothing is said. */
export interface FileLimit {
  mostBytes: number
  most?: number
}

/** The files that a resource takes, by the field's name. */
export type Files = Readonly<Record<string, FileLimit>>

/** A file while a request is answered; whoever wants to keep it copies it. */
export interface UploadedFile {
  path: string
  /** As the reader's own folder names it: words to show, never a path. */
  name: string
  type: string
  bytes: number
}

/** A form with files; its files are gone when it is disposed of. */
export interface Upload extends AsyncDisposable {
  form: Form
  files: Readonly<Record<string, UploadedFile | UploadedFile[]>>
}

export type Uploads = ReturnType<typeof createUploads>

/** Longer than a request can take: what is older was left behind by a process that did not end well. */
const LEFT_BEHIND_MS = MINUTE_MS
const OWNER_ALONE = 0o600
const KB = 1024

/** Keeps what comes in forms with files in a folder of its own for as long as a request lasts. */
export function createUploads(folder: string, { error: tell }: Pick<Log, 'error'>) {
  void sweep(folder).catch(tell)
  setTimeout(() => void sweep(folder).catch(tell), LEFT_BEHIND_MS).unref()

  return {
    /** Reads such a form as it arrives, each file into the folder; throws Trouble where one is too large, and leaves none. */
    async receive(request: IncomingMessage, limits: Files): Promise<Upload> {
      mustFit(request, limits)
      makeFolder(folder)
      const fields: [name: string, value: string][] = []
      const files: [name: string, file: UploadedFile][] = []
      const paths: string[] = []
      const dispose = async () => void (await Promise.all(paths.map((file) => rm(file, { force: true }))))
      const begun = new Map<string, number>()
      const room = { left: LARGEST_BODY }
      try {
        await eachPart(request, async (part) => {
          const limit = Object.hasOwn(limits, part.name) ? limits[part.name] : undefined
          if (!limit) return void fields.push([part.name, await textOf(part.content, room)])
          const place = path.join(folder, secret())
          paths.push(place)
          const number = (begun.get(part.name) ?? 0) + 1
          begun.set(part.name, number)
          if (limit.most && number > limit.most) throw tooMany(part.name, limit.most)
          const bytes = await written(part, place, limit)
          if (bytes > 0) files.push([part.name, { path: place, name: part.fileName ?? '', type: part.type, bytes }])
        })
      } catch (error) {
        await dispose()
        throw error
      }
      return { form: formFrom(fields), files: lent(files, limits), [Symbol.asyncDispose]: dispose }
    },
  }
}

function mustFit({ headers }: IncomingMessage, limits: Files): void {
  const most = Object.values(limits).reduce(
    (sum, { mostBytes, most: many = 1 }) => sum + mostBytes * many,
    LARGEST_BODY,
  )
  if (Number(headers['content-length'] ?? 0) > most)
    throw new Trouble('invalid', 'body.too-large', { limit: Math.floor(most / KB) })
}

/** All texts of a form together are no longer than the body of one without files may be. */
async function textOf(content: Readable, room: { left: number }): Promise<string> {
  const pieces: Buffer[] = []
  for await (const piece of content as AsyncIterable<Buffer>) {
    room.left -= piece.length
    if (room.left < 0) throw new Trouble('invalid', 'body.too-large', { limit: LARGEST_BODY / KB })
    pieces.push(piece)
  }
  return utf8(Buffer.concat(pieces))
}

async function written({ name, content }: Part, place: string, { mostBytes }: FileLimit): Promise<number> {
  let bytes = 0
  async function* counted(source: AsyncIterable<Buffer>) {
    for await (const piece of source) {
      bytes += piece.length
      if (bytes > mostBytes) throw tooLarge(name, mostBytes)
      yield piece
    }
  }
  await pipeline(content, counted, createWriteStream(place, { flags: 'wx', mode: OWNER_ALONE }))
  return bytes
}

function tooLarge(name: string, mostBytes: number): Trouble {
  const key = 'body.file-too-large'
  return new Trouble('invalid', key, { limit: Math.floor(mostBytes / KB) }, { fields: { [name]: key } })
}

function tooMany(name: string, limit: number): Trouble {
  const key = 'body.too-many-files'
  return new Trouble('invalid', key, { limit }, { fields: { [name]: key } })
}

/** As with every other field, one sent twice counts as not sent, unless many may come. */
function lent(files: readonly (readonly [name: string, UploadedFile])[], limits: Files): Upload['files'] {
  const fields = Object.entries(limits).map(([name, { most }]) => {
    const sent = files.filter(([other]) => other === name).map(([, file]) => file)
    return [name, most ? sent : sent.length === 1 ? sent[0] : undefined] as const
  })
  return Object.fromEntries(fields.flatMap(([name, file]) => (file ? [[name, file]] : [])))
}

async function sweep(folder: string): Promise<void> {
  const names = await readdir(folder).catch(() => [])
  for (const name of names) {
    const file = path.join(folder, name)
    const found = await stat(file).catch(() => undefined)
    if (found && wallClock() - found.mtimeMs > LEFT_BEHIND_MS) await rm(file, { force: true, recursive: true })
  }
}
