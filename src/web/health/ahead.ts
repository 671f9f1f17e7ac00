import type { IncomingMessage } from 'node:http'
import { paths } from '../../addresses/paths.ts'

const AHEAD: readonly string[] = [paths.alive, paths.ready]

/** Whether somebody asks how the server is: answered past all who wait, and left out of the log. */
export function isAheadOfAll({ method, url }: Pick<IncomingMessage, 'method' | 'url'>): boolean {
  return method === 'GET' && AHEAD.includes(url!)
}
