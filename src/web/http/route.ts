import type { Handler } from './ask.ts'

export interface Route {
  method: 'GET' | 'POST'
  path: string
  handler: Handler
  /** Whether it may be sent from elsewhere: its address alone says what it does and who may. */
  foreign?: boolean
}

export function route(method: Route['method'], path: string, handler: Handler): Route {
  return { method, path, handler }
}
