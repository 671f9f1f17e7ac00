import type { Ask } from './ask.ts'
import { ownPath } from './own-path.ts'

/** Where the form, or else the address, says to go on to. */
export function nextOf({ form, query, web }: Ask): string | undefined {
  return ownPath(form.get('next') ?? query('next'), web.origin)
}
