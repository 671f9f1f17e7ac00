import { execFileSync } from 'node:child_process'

export interface User {
  uid: number
  gid: number
}

/** PostgreSQL refuses to run as root; `nobody` is on every system, so no account has to be made for it. */
export function postgresUser(): User | undefined {
  if (process.getuid?.() !== 0) return undefined
  const ask = (flag: string) => Number(execFileSync('id', [flag, 'nobody'], { encoding: 'utf8' }))
  return { uid: ask('-u'), gid: ask('-g') }
}
