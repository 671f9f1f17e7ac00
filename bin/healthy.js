// Whether the server of this machine answers: exit code 0 or 1, for a container's health check.
import { get } from 'node:http'

const { PARLEY_PORT: port = '3000' } = process.env
const timeout = 2_000

get({ host: '127.0.0.1', port, path: '/healthz', timeout }, ({ statusCode }) =>
  process.exit(statusCode === 200 ? 0 : 1),
)
  .on('timeout', () => process.exit(1))
  .on('error', () => process.exit(1))
