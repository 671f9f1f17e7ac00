import { givesAll, largeDiscussion } from './large-author.ts'
import { memoryOf } from './processes.ts'
import { atMost, type Figure, justSaid, type Run, round } from './question.ts'
import { serve } from './server.ts'
import { opened } from './stock.ts'

const MOST_MB = 64
const LOOK_MS = 20

/** How much does the server hold beside what it has, while somebody takes along everything that they wrote? */
export async function ownCopy({ stock }: Run): Promise<Figure[]> {
  const [place, discussion] = [await stock.fresh(), largeDiscussion(stock)]
  await opened(place, givesAll(discussion))
  const server = await serve(place)
  const headers = { cookie: stock.cookies[0]! }
  await fetch(`${server.origin}/me`, { headers })
  const before = memoryOf(server.pid)
  let most = before
  const looking = setInterval(() => {
    most = Math.max(most, memoryOf(server.pid))
  }, LOOK_MS)
  const begun = performance.now()
  const bytes = await read(await fetch(`${server.origin}/me/data`, { headers }))
  const seconds = (performance.now() - begun) / 1_000
  clearInterval(looking)
  await server.stop()
  const what = `held for the copy of a person with ${round(discussion.comments)} comments`
  return [
    atMost(what, (most - before) / 1e6, 'MB', MOST_MB, `${round(before / 1e6)} MB before`),
    justSaid('the copy', `${round(bytes / 1e6)} MB in ${round(seconds)} s`),
  ]
}

/** Takes an answer without keeping it; answers how long it was. */
async function read(answer: Response): Promise<number> {
  if (answer.status !== 200) throw new Error(`The copy was answered with ${answer.status}.`)
  let bytes = 0
  for await (const chunk of answer.body!) bytes += chunk.length
  return bytes
}
