import { readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { createAtOnce } from '../../../kit/at-once.ts'
import type { Bucket } from '../../../kit/bucket.ts'
import { makeFolder } from '../../../kit/folder.ts'
import { Refusal } from '../../../kit/refusal.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { MediaStore } from './media-store.ts'

/** The bucket may hold other things as well. */
const FOLDER = 'media/'
const TYPES: Readonly<Record<string, string>> = { '.webp': 'image/webp', '.avif': 'image/avif', '.jpg': 'image/jpeg' }
/** Each is held in memory while it goes there. */
const MOST_ON_THEIR_WAY = 4
const AGAIN_SECONDS = 30

/** Keeps files in a bucket; what comes out of it is handed on as it comes. */
export function inBucket(bucket: Bucket, workshop: string): MediaStore {
  const inTurn = createAtOnce(MOST_ON_THEIR_WAY)
  const keyOf = (name: string) => FOLDER + name
  let made = 0

  const put = (folder: string, name: string) =>
    inTurn(async () => {
      const bytes = await readFile(path.join(folder, name))
      await bucket.put(keyOf(name), bytes, TYPES[path.extname(name)] ?? 'application/octet-stream').catch(inTrouble)
    })

  return {
    place: bucket.description,
    workshop,
    async make(work) {
      const folder = path.join(workshop, `.making.${++made}.${process.pid}`)
      makeFolder(folder)
      try {
        for (const name of await work(folder)) await put(folder, name)
      } finally {
        await rm(folder, { recursive: true, force: true })
      }
    },
    open: (name) => bucket.get(keyOf(name)).catch(inTrouble),
    about: (name) => bucket.about(keyOf(name)).catch(inTrouble),
    remove: (name) => bucket.remove(keyOf(name)).catch(inTrouble),
    async *names(beginning = '') {
      const keys = bucket.keys(keyOf(beginning))
      for (;;) {
        const { value, done } = await keys.next().catch(inTrouble)
        if (done) return
        yield value.slice(FOLDER.length)
      }
    },
    async complaint() {
      const keys = bucket.keys(keyOf(''))
      const failure: unknown = await keys.next().then(
        () => undefined,
        (error) => error,
      )
      await keys.return(undefined)
      if (failure instanceof Refusal) return failure.message
      if (failure) throw failure
    },
  }
}

/** Readers are told that it is worth trying again, and the operator why, by the watch. */
function inTrouble(error: unknown): never {
  if (!(error instanceof Refusal)) throw error
  throw new Trouble('busy', 'media.silent', {}, { cause: error, retryAfterSeconds: AGAIN_SECONDS })
}
