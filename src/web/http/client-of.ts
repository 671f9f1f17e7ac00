import type { Ask } from './ask.ts'
import { clientKey } from './client-key.ts'

/** By what limits know who tries. */
export function clientOf({ c, header, web }: Ask): string {
  return clientKey(c.env.incoming.socket.remoteAddress, header('x-forwarded-for'), web.proxies)
}
