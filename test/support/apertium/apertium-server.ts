import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, connect, createServer, type Server } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { fromDebian } from '../debian.ts'
import { until } from '../until.ts'
import { apertiumModes, PAIRS, PYTHON } from './apertium.ts'

/** How a network of one's own can be had. */
const WAYS = [
  ['unshare', '--net'],
  ['unshare', '--map-root-user', '--net'],
  ['sudo', '-n', 'unshare', '--net'],
]

/** APy of Debian, unpacked and not installed, so that no service begins. It listens everywhere: so it runs in a network of its own, or, where none is to be had, listens to a file alone. */
export async function apertiumServer(): Promise<AsyncDisposable & { url: string; told: string }> {
  const folder = mkdtempSync(path.join(tmpdir(), 'parley-apertium-'))
  const file = path.join(folder, 'apy')
  const way = WAYS.find(([command = '', ...rest]) => spawnSync(command, [...rest, 'true']).status === 0)
  const apy = begun(way, file, mendedModes(folder))
  const ended = once(apy, 'exit')
  const server = await passing(file)
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await until(async () => (await fetch(`${url}/listPairs`).catch(() => undefined))?.ok === true)
  const network = way ? `a network of its own (${way.join(' ')})` : 'no network, as none of its own is to be had here'
  return {
    url,
    told: `Apertium runs in ${network}.`,
    async [Symbol.asyncDispose]() {
      server.close()
      apy.kill('SIGTERM')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function begun(way: readonly string[] | undefined, file: string, modes: string): ChildProcess {
  const script = path.join(import.meta.dirname, 'apy.py')
  const words = [...(way ?? []), PYTHON, script, way ? 'apart' : 'here', file, modes]
  const found = fromDebian('apertium-apy', 'apertium-apy')
  if (!found) throw new Error('Debian’s apertium-apy cannot be had here.')
  const library = path.resolve(path.dirname(found), '../lib/python3/dist-packages')
  const env = { ...process.env, LANG: 'C.UTF-8', PYTHONPATH: library }
  return spawn(words[0]!, words.slice(1), { cwd: path.dirname(file), env, stdio: 'ignore' })
}

/** @NOTE the tagger of Debian 12's Russian-Ukrainian pair crashes; the rules that stand before it do without. */
function mendedModes(folder: string): string {
  const modes = path.join(folder, 'modes')
  mkdirSync(modes)
  for (const pair of PAIRS) {
    const stock = readFileSync(path.join(apertiumModes()!, `${pair}.mode`), 'utf8')
    const mended = stock.replace(/cg-proc -w ('[^']*') \| apertium-tagger -g \$2 '[^']*'/, 'cg-proc -w -1 -n $1')
    writeFileSync(path.join(modes, `${pair}.mode`), pair === 'rus-ukr' ? mended : stock)
  }
  return modes
}

/** Passes on to the file what comes to a port of this machine. */
async function passing(file: string): Promise<Server> {
  const server = createServer((near) => {
    const far = connect(file)
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      one.on('error', () => other.destroy())
      one.pipe(other)
    }
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return server
}
