import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import type { Place } from './places.ts'

const LOOK_MS = 5

/** Waits for the next letter of a server that has no mail server, and answers the path of the link in it. */
export function letterLinks({ folder }: Place): () => Promise<string> {
  const mail = path.join(folder, 'mail')
  const read = new Set<string>()
  return async () => {
    for (;;) {
      const fresh = filesIn(mail).find((file) => !read.has(file))
      const link = fresh && /https?:[^\s"<]+/.exec(readFileSync(path.join(mail, fresh), 'utf8'))?.[0]
      if (link) {
        read.add(fresh)
        const { pathname, search } = new URL(link)
        return pathname + search
      }
      await setTimeout(LOOK_MS)
    }
  }
}

function filesIn(folder: string): string[] {
  try {
    return readdirSync(folder)
  } catch {
    return []
  }
}
