import { createServer, type Server } from 'node:http'
import { paths } from '../../addresses/paths.ts'
import { type Address, listening } from '../http/listen.ts'
import type { Metrics } from './metrics.ts'

/** Answers `/metrics` at an address of its own, which need not be reached from outside. */
export async function startMetricsServer(metrics: Pick<Metrics, 'text' | 'contentType'>, address: Address) {
  const server = createServer((request, response) => {
    if (request.method !== 'GET' || request.url !== paths.metrics) return response.writeHead(404).end()
    metrics.text().then(
      (text) => response.writeHead(200, { 'content-type': metrics.contentType }).end(text),
      () => response.writeHead(500).end(),
    )
  })
  await listening(server, address, 'PARLEY_METRICS')
  return { close: () => closed(server) }
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections()
  return new Promise((resolve) => void server.close(() => resolve()))
}
