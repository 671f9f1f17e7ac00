import { publicationOf } from '../../domain/articles/index.ts'
import { DAY_MS } from '../../kit/clock.ts'
import { Trouble } from '../../kit/trouble.ts'
import { taking } from '../http/taking.ts'

export interface Given {
  securityContact?: string | undefined
}

const GOOD_FOR_MS = 90 * DAY_MS

/** Where to tell of a weakness. Source: RFC 9116. */
export const show = taking({}, async (ask, _taken, { securityContact }: Given) => {
  const contact = securityContact ?? (await publicationOf(ask.store)).mail
  if (!contact) throw new Trouble('missing', 'page.missing')
  const lines = [
    `Contact: ${contact.includes('@') ? `mailto:${contact}` : contact}`,
    `Expires: ${new Date(ask.at + GOOD_FOR_MS).toISOString().replace(/\.\d+/, '')}`,
    `Preferred-Languages: ${(await publicationOf(ask.store)).languages.map(({ language }) => language).join(', ')}`,
    `Canonical: ${ask.origin}/.well-known/security.txt`,
  ]
  const headers = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=86400' }
  return new Response(`${lines.join('\n')}\n`, { headers })
})
