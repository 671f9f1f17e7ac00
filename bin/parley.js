#!/usr/bin/env node
// The bootstrap: runs on any Node from 18, installs what package-lock.json names, and becomes the pinned Node with Parley.
import { failPlainly } from './bootstrap/failure.js'
import { FRUGAL_ENVIRONMENT, FRUGAL_FLAGS } from './bootstrap/frugal.js'
import { compileCacheOf, handOver } from './bootstrap/hand-over.js'
import { ensureInstalled } from './bootstrap/install.js'
import { root } from './bootstrap/root.js'

const WATCHED = ['src', 'client', 'words']
const WATCHING = ['--watch', '--watch-preserve-output', ...WATCHED.map((folder) => `--watch-path=${root}/${folder}`)]

try {
  const runtime = await ensureInstalled(root)
  const [first, ...rest] = process.argv.slice(2)
  const args = first === '--watch' ? [...WATCHING, ...mainWith(rest)] : mainWith(process.argv.slice(2))
  handOver(runtime, args, { ...FRUGAL_ENVIRONMENT, ...compileCacheOf(root) })
} catch (error) {
  failPlainly(error)
}

function mainWith(words) {
  return [...(words[0] === 'serve' ? FRUGAL_FLAGS : []), `${root}/src/main.ts`, ...words]
}
