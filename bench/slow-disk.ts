import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { articleIdOf } from './articles.ts'
import { client, load } from './load.ts'
import { signIn } from './people.ts'
import { ROOT } from './processes.ts'
import { atLeast, type Figure, justSaid, type Run, round } from './question.ts'
import { serve } from './server.ts'

const RATE = 0.8
const LONGEST_SECONDS = 60

/** Does a disk whose every flush takes 20 ms stall those who read? */
export async function slowDisk(run: Run): Promise<Figure[]> {
  const preload = compiled(run.stock.empty())
  if (!preload) return [justSaid('cached pages on a slow disk', 'left out: there is no C compiler (cc)')]
  const server = await serve({ folder: run.stock.fresh(), preload })
  const [small, article] = run.stock.natural
  const [articleId, cookies] = [await articleIdOf(server, small), await signIn(server, 1)]
  const order = { port: server.port, path: article.path, seconds: run.seconds }
  const alone = await load(order)
  const common = { port: server.port, origin: server.origin, articleId, cookies, seconds: LONGEST_SECONDS }
  const poster = client({ kind: 'post', ...common, connections: 1 })
  const busy = await load(order)
  poster.stop()
  const { medianMs } = await poster.done
  await server.stop()
  const beside = `${round(alone.perSecond)} while nobody posts; a post takes ${round(medianMs)} ms`
  return [
    atLeast(
      'cached pages while flushes take 20 ms',
      `${round(busy.perSecond)} /s`,
      beside,
      busy.perSecond / alone.perSecond,
      RATE,
    ),
  ]
}

function compiled(folder: string): string | undefined {
  const library = path.join(folder, 'slow-flush.so')
  const { status } = spawnSync('cc', ['-shared', '-fPIC', '-O2', '-o', library, 'bench/slow-flush.c', '-ldl'], {
    cwd: ROOT,
  })
  return status === 0 ? library : undefined
}
