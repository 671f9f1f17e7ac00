import { type SourceAddress, sourceAddresses } from '../domain/sources/index.ts'
import { ask, NotAsked } from '../kit/outbound.ts'
import type { Store } from '../store/index.ts'

const AT_ONCE = 200
const LIMITS = { timeMs: 10_000, bytes: 64 * 1024 }
const MOVED = [301, 308]

/** Asks every source's address whether it still answers; one that is gone, moved or silent is told. */
export async function deadLinks(say: (line: string) => void, store: Store): Promise<string[]> {
  const wrong: string[] = []
  let asked = 0
  for (let after = 0; ; ) {
    const sources = await sourceAddresses(store, after, AT_ONCE)
    for (const source of sources) {
      const sentence = await complaintAbout(source)
      if (sentence) wrong.push(sentence)
    }
    asked += sources.length
    if (sources.length < AT_ONCE) break
    after = sources.at(-1)!.id
  }
  say(`Links: ${asked} sources were asked.`)
  return wrong
}

async function complaintAbout({ title, url }: SourceAddress): Promise<string | undefined> {
  try {
    const { status, headers } = await ask(url, LIMITS, { method: 'HEAD' })
    if (MOVED.includes(status)) return `“${title}” has moved from ${url} to ${headers.location}.`
    if (status === 404 || status === 410) return `“${title}” is gone from ${url}.`
  } catch (error) {
    if (error instanceof NotAsked) return `“${title}” was not asked: ${error.message}`
    return `“${title}” does not answer at ${url} (${(error as Error).message}).`
  }
}
