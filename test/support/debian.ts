import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'

const SYSTEM = ['/usr/sbin', '/usr/bin', '/usr/local/sbin', '/usr/local/bin']
const CACHE = path.join(import.meta.dirname, '../../node_modules/.cache/debian')

/**
 * Where a program stands: the system's, or Debian's, which is unpacked into a folder of the tests and installed nowhere, so that no
 * service begins; undefined where there is neither.
 */
export function fromDebian(program: string, name: string): string | undefined {
  const folder = path.join(CACHE, name)
  const places = [...SYSTEM, ...SYSTEM.map((place) => path.join(folder, place))].map((place) =>
    path.join(place, program),
  )
  const found = () => places.find(existsSync)
  return found() ?? (unpack(name, folder) ? found() : undefined)
}

/** Options for a test that needs it: left out, saying why, where there is none. */
export function needing(place: string | undefined, name: string) {
  return { skip: place === undefined && `left out: there is no ${name} (apt install ${name})` }
}

function unpack(name: string, folder: string): boolean {
  if (!existsSync('/usr/bin/apt-get')) return false
  const aside = `${folder}.${process.pid}`
  mkdirSync(aside, { recursive: true })
  try {
    if (!downloaded(name, aside) && (!updated() || !downloaded(name, aside))) return false
    const [file = ''] = readdirSync(aside).filter((one) => one.endsWith('.deb'))
    mkdirSync(folder, { recursive: true })
    return spawnSync('dpkg-deb', ['--extract', path.join(aside, file), folder]).status === 0
  } finally {
    rmSync(aside, { recursive: true, force: true })
  }
}

function downloaded(name: string, cwd: string): boolean {
  return spawnSync('apt-get', ['-qq', '-o', 'APT::Sandbox::User=root', 'download', name], { cwd }).status === 0
}

/** What a fresh machine knows of no package yet. */
function updated(): boolean {
  const before = process.getuid?.() === 0 ? [] : ['sudo', '-n']
  const [command = '', ...rest] = [...before, 'apt-get', '-qq', '-o', 'DPkg::Lock::Timeout=180', 'update']
  return spawnSync(command, rest).status === 0
}
