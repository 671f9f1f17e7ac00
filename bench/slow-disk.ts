import { spawnSync } from 'node:child_process'
import path from 'node:path'
import type { Tally } from './client.ts'
import { loading, whilst } from './load.ts'
import { ROOT } from './processes.ts'
import { atLeast, type Figure, justSaid, median, type Run, round } from './question.ts'
import { serve } from './server.ts'
import { inTurns, ratioOf } from './turns.ts'

const RATE = 0.8

/** Does a disk whose every flush takes 20 ms stall those who read? */
export async function slowDisk(run: Run): Promise<Figure[]> {
  const preload = compiled(run.stock.folder())
  if (!preload) return [justSaid('cached pages on a slow disk', 'left out: there is no C compiler (cc)')]
  const server = await serve({ ...(await run.stock.fresh()), preload })
  const [small, article] = run.stock.natural
  const { cookies } = run.stock
  const { port, origin } = server
  const poster = { kind: 'post', port, origin, articleIds: [small.id], cookies, connections: 1 } as const
  const reading = loading({ port, path: article.path })
  const tallies: Tally[] = []
  const { busy, alone } = await inTurns(run.seconds, { busy: whilst(poster, reading, tallies), alone: reading })
  await server.stop()
  const postMs = median(tallies.map(({ medianMs }) => medianMs))
  const beside = `${round(alone.perSecond)} while nobody posts; a post takes ${round(postMs)} ms`
  const ratio = ratioOf(busy, alone, 'perSecond')
  return [atLeast('cached pages while flushes take 20 ms', `${round(busy.perSecond)} /s`, beside, ratio, RATE)]
}

function compiled(folder: string): string | undefined {
  const library = path.join(folder, 'slow-flush.so')
  const { status } = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, 'bench/slow-flush.c', '-ldl'], {
    cwd: ROOT,
  })
  return status === 0 ? library : undefined
}
