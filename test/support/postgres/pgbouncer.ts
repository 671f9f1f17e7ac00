import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { chownSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { freePort } from '../process.ts'
import { until } from '../until.ts'
import { postgresUser } from './user.ts'

/** Where pgbouncer is: as TEST_PGBOUNCER says, or Debian's. */
export function pgbouncerPath(): string | undefined {
  const places = [process.env.TEST_PGBOUNCER, '/usr/sbin/pgbouncer', '/usr/bin/pgbouncer']
  return places.find((place) => place && existsSync(place))
}

/** A pooler between the clients and a database, which lends a connection for each transaction. */
export async function poolerTo(address: string): Promise<AsyncDisposable & { url: string }> {
  const user = postgresUser()
  const folder = mkdtempSync(path.join(user ? '/tmp' : tmpdir(), 'parley-pooler-'))
  const [far, port] = [new URL(address), await freePort()]
  const file = path.join(folder, 'pgbouncer.ini')
  writeFileSync(file, configuration(far, port))
  if (user) for (const one of [folder, file]) chownSync(one, user.uid, user.gid)
  const pooler = spawn(pgbouncerPath()!, ['-q', file], { ...user, cwd: '/', stdio: ['ignore', 'ignore', 'inherit'] })
  const ended = once(pooler, 'exit')
  await until(() => answers(port))
  const url = new URL(address)
  url.host = `127.0.0.1:${port}`
  return {
    url: url.href,
    async [Symbol.asyncDispose]() {
      pooler.kill('SIGKILL')
      await ended
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

function configuration(far: URL, port: number): string {
  const name = far.pathname.slice(1)
  const to = `host=${far.hostname} port=${far.port} user=${far.username} password=${far.password} dbname=${name}`
  return `[databases]
${name} = ${to}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = transaction
default_pool_size = 4
max_client_conn = 100
`
}

async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1')
  try {
    await once(socket, 'connect')
    return true
  } catch {
    return false
  } finally {
    socket.destroy()
  }
}
