import { cookieName } from '../../domain/people/index.ts'
import type { Ask } from './ask.ts'

const SECONDS = 10

/** Remembers for a moment which number the journal gave to what a browser sent, so that it is shown no page without it. */
export function rememberWrite({ cookies, origin }: Ask, seq: number): void {
  const secure = origin.startsWith('https:') ? '; Secure' : ''
  cookies.push(`${nameAt(origin)}=${seq}; Max-Age=${SECONDS}; Path=/; HttpOnly; SameSite=Lax${secure}`)
}

/** The number, when the browser has just written; 0 otherwise. */
export function lastWrite(cookies: string | undefined, origin: string): number {
  if (!cookies) return 0
  const name = `${nameAt(origin)}=`
  const at = cookies.indexOf(name)
  return at < 0 ? 0 : Number.parseInt(cookies.slice(at + name.length), 10) || 0
}

function nameAt(origin: string) {
  return cookieName(origin, 'parley-wrote')
}
