import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromiumPath } from '../support/browser/chromium.ts'

const INSTALL = ['install', '--yes', '--no-install-recommends', 'chromium']
const WAIT_FOR_LOCK = ['-o', 'DPkg::Lock::Timeout=180']

/** Installs Debian's Chromium where there is none and this user may; says what happened, nothing where one was there. */
export function installChromium(): string | undefined {
  if (chromiumPath()) return
  const apt = aptCommand()
  if (!apt) return `${byHand()} The tests in a browser are left out; they are named at the end.`
  process.stdout.write('Installing Chromium for the tests in a browser (apt-get install chromium).\n')
  const said = [apt('update'), apt(...INSTALL)].map(({ stdout, stderr }) => `${stdout}${stderr}`).join('\n')
  if (chromiumPath()) return 'Chromium is installed.'
  return `apt-get could not install Chromium. ${byHand()} It said:\n${said.trim().split('\n').slice(-8).join('\n')}`
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

function byHand(): string {
  const how = existsSync('/usr/bin/apt-get') ? 'run "apt-get install chromium" as root' : 'install Chromium'
  return `There is no Chromium here: ${how}, or set PARLEY_CHROMIUM to its path.`
}
