import { execFile, spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { promisify } from 'node:util'

const PLACES = ['/usr/bin', '/usr/sbin', '/usr/local/bin', '/usr/local/sbin']
let isUpdated = false

/** Where a program stands; Debian's package is installed where there is none and this user may. */
export async function installed(program: string, ...packages: string[]): Promise<string | undefined> {
  const found = () => PLACES.map((folder) => `${folder}/${program}`).find(existsSync)
  if (found() || !existsSync('/usr/bin/apt-get')) return found()
  const before = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  if (before.length > 0 && spawnSync('sudo', ['-n', 'true']).status !== 0) return
  const apt = (...args: string[]) => {
    const [command, ...rest] = [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', ...args]
    return promisify(execFile)(command!, rest).catch(() => undefined)
  }
  if (!isUpdated) await apt('update')
  isUpdated = true
  await apt('install', '--yes', '--no-install-recommends', ...packages)
  return found()
}
