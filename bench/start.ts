import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { clean, freePort, ROOT } from './processes.ts'
import { atMost, type Figure, median } from './question.ts'

const FRESH_SECONDS = 1.5
const THERE_SECONDS = 0.4
const ROUNDS = 5
const LOOK_MS = 3

/** How long after the launcher is called does somebody have the first page, in a folder that is empty, and in one that is there? */
export async function start(): Promise<Figure[]> {
  const [fresh, filled, there]: [number[], number[], number[]] = [[], [], []]
  await firstPage('off')
  for (let round = 0; round < ROUNDS; round++) {
    await using folder = await mkdtempDisposable(path.join(tmpdir(), 'parley-start-'))
    fresh.push(await firstPage('off', path.join(folder.path, 'fresh')))
    filled.push(await firstPage('on', path.join(folder.path, 'filled')))
    await firstPage('on', path.join(folder.path, 'filled'))
    there.push(await firstPage('on', path.join(folder.path, 'filled')))
  }
  return [
    atMost('first page, fresh folder', median(fresh), 's', FRESH_SECONDS),
    atMost('the same while the demo fills it', median(filled), 's', FRESH_SECONDS),
    atMost('first page, folder that is there', median(there), 's', THERE_SECONDS),
  ]
}

/** The seconds until the front page is whole. */
async function firstPage(demo: 'on' | 'off', folder?: string): Promise<number> {
  await using own = await mkdtempDisposable(path.join(tmpdir(), 'parley-start-'))
  const port = await freePort()
  const env = { ...clean(), PARLEY_DATA: folder ?? own.path, PARLEY_PORT: String(port), PARLEY_DEMO: demo }
  const began = performance.now()
  const server = spawn(path.join(ROOT, 'bin/parley.sh'), ['serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] })
  const isWhole = () =>
    fetch(`http://127.0.0.1:${port}/en/`).then(
      (answer) => answer.text().then(() => true),
      () => false,
    )
  while (!(await isWhole())) await setTimeout(LOOK_MS)
  const seconds = (performance.now() - began) / 1_000
  const ended = once(server, 'exit')
  server.kill('SIGTERM')
  await ended
  return seconds
}
