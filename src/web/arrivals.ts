import type { Arrival } from '../domain/people/index.ts'
import { seeOther } from './answers.ts'
import type { Ask } from './ask.ts'
import { unmark } from './browser-mark.ts'
import { clientKey } from './client-key.ts'
import { ownPath } from './own-path.ts'
import { paths } from './paths.ts'

/** Signs the browser in and leads on; one without a name is led to choose it first. */
export async function welcome(ask: Ask, { person, wished, next, cookies }: Arrival): Promise<Response> {
  unmark(ask)
  ask.cookies.push(...cookies)
  const language = await ask.language()
  if (person) return seeOther(next ?? paths.front(language))
  const carried = new URLSearchParams({ ...(wished !== null && { name: wished }), ...(next !== null && { next }) })
  return seeOther(`${paths.account(language)}?${carried}`)
}

/** Where the form, or else the address, says to go on to. */
export function nextOf({ form, query, web }: Ask): string | undefined {
  return ownPath(form.get('next') ?? query('next'), web.origin)
}

/** By what limits know who tries. */
export function clientOf({ c, header, web }: Ask): string {
  return clientKey(c.env.incoming.socket.remoteAddress, header('x-forwarded-for'), web.proxies)
}
