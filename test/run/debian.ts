import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const WAIT_FOR_LOCK = ['-o', 'DPkg::Lock::Timeout=180']

/** What Debian calls a program that tests use, and what they do without it. */
export interface Wanted {
  name: string
  aptPackages: readonly string[]
  /** Where it is; nothing where there is none. */
  find(): string | undefined
  /** What is left out without it, and by which setting another may be named, if any. */
  without: string
  setting?: string
}

/** Installs Debian's where there is none and this user may; says what happened, nothing where one was there. */
export function installed({ name, aptPackages, find, without, setting }: Wanted): string | undefined {
  if (find()) return
  const packages = aptPackages.join(' ')
  const apt = aptCommand()
  if (!apt) return `${byHand()} ${without}`
  process.stdout.write(`Installing ${name} (apt-get install ${packages}).\n`)
  const install = ['install', '--yes', '--no-install-recommends', ...aptPackages]
  const said = [apt('update'), apt(...install)].map(({ stdout, stderr }) => `${stdout}${stderr}`).join('\n')
  if (find()) return `${name} is installed.`
  return `apt-get could not install ${name}. ${byHand()} It said:\n${said.trim().split('\n').slice(-8).join('\n')}`

  function byHand(): string {
    const how = existsSync('/usr/bin/apt-get') ? `run "apt-get install ${packages}" as root` : `install ${name}`
    const other = setting ? `, or set ${setting} to its path` : ''
    return `There is no ${name} here: ${how}${other}.`
  }
}

function aptCommand() {
  if (process.platform !== 'linux' || !existsSync('/usr/bin/apt-get')) return
  const asRoot = process.getuid?.() === 0
  if (!asRoot && spawnSync('sudo', ['-n', 'true']).status !== 0) return
  const before = asRoot ? [] : ['sudo', '-n']
  return (...args: string[]) => {
    const words = [...before, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', ...WAIT_FOR_LOCK, ...args]
    return spawnSync(words[0]!, words.slice(1), { encoding: 'utf8' })
  }
}
