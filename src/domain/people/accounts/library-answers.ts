import { COUNTRY, NETWORK } from './account-library.ts'
import { type Secrets, signedAnew } from './former-secret.ts'
import type { Visit } from './visit.ts'

/** @NOTE only this is passed on: better-auth would keep the address and the browser's whole name as well. */
export function headersFor(settings: Secrets) {
  return (cookies: string | undefined, visit?: Visit): Headers => {
    const from = visit && { 'user-agent': visit.device, [NETWORK]: visit.network }
    const within = visit?.country && { [COUNTRY]: visit.country }
    return new Headers({ ...(cookies !== undefined && { cookie: signedAnew(cookies, settings) }), ...from, ...within })
  }
}

export function valueIn(cookies: string, name: string): string | undefined {
  const pair = cookies.split(/;\s*/).find((one) => one.startsWith(`${name}=`))
  return pair?.slice(name.length + 1)
}

/** The answer to a refusal of better-auth that was expected; anything else is thrown on. */
export function refusedWith<T>(error: unknown, code: string, answer: T): T {
  if (codeOf(error) === code) return answer
  throw error
}

/** For what asks for a session that another request may have ended meanwhile: then there is nothing left to do. */
export function unlessEnded(error: unknown): void {
  if (!(error instanceof Error && 'status' in error && error.status === 'UNAUTHORIZED')) throw error
}

export function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error && 'body' in error)) return
  return (error.body as { code?: string } | undefined)?.code
}
