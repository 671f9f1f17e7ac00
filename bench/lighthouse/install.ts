import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { clean } from '../processes.ts'

const HERE = import.meta.dirname
const INSTALLED = path.join(HERE, 'node_modules/lighthouse')
/** npm writes here what it has installed, as the last thing it does. */
const LAST = path.join(HERE, 'node_modules/.package-lock.json')

export const VERSION: string = read(HERE).devDependencies.lighthouse
export const PROGRAM = path.join(INSTALLED, 'cli/index.js')

/** Installs what package-lock.json of this folder names, unless it is there; no package's script is run. */
export async function install(say: (line: string) => void): Promise<void> {
  if (existsSync(LAST) && existsSync(INSTALLED) && read(INSTALLED).version === VERSION) return
  say(`installing Lighthouse ${VERSION} into bench/lighthouse; this happens once`)
  const quiet = ['--loglevel=error', '--no-audit', '--no-fund', '--no-update-notifier']
  await promisify(execFile)('npm', ['ci', '--include=dev', '--ignore-scripts', ...quiet], { cwd: HERE, env: clean() })
}

function read(folder: string) {
  return JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
}
