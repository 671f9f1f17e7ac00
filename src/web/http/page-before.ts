import type { Ask } from './ask.ts'
import { ownPath } from './own-path.ts'

/** The page of this site from which a request came, as the browser says. */
export function pageBefore({ header }: Pick<Ask, 'header'>): string | undefined {
  const from = URL.parse(header('referer') ?? '')
  const isOurs = from?.host === header('host')
  return isOurs ? ownPath(from!.pathname + from!.search) : undefined
}
