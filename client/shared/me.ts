import type { Me as ServerMe } from '../../src/web/account/me.ts'
import type { AsJson } from './as-json.ts'
import { keptOf } from './kept-reading.ts'

/** What the server says of the one who asks; nothing of a stranger. */
export interface Me extends AsJson<ServerMe> {
  /** By how much the server's clock is ahead. */
  aheadMs: number
}

let asked: Promise<Me> | undefined

/** Asked once a page; somebody of whom the server says nothing is a stranger. */
export function me(): Promise<Me> {
  asked ??= ask()
  return asked
}

/** Asked anew, for what may have changed meanwhile. */
export const meAgain = ask

async function ask(): Promise<Me> {
  const answer = await fetch(`/me${ofDiscussion()}`, { headers: { accept: 'application/json' } })
  if (!answer.ok) return { aheadMs: 0 }
  const aheadMs = Date.parse(answer.headers.get('date') ?? '') - Date.now() || 0
  return { ...(await answer.json()), aheadMs }
}

/** Nothing came after what is known, where that is all that there is. */
function ofDiscussion() {
  const { article, newest } = document.getElementById('discussion')?.dataset ?? {}
  if (!article) return ''
  const { upTo = 0 } = keptOf(article)
  return `?article=${article}${0 < upTo && upTo < Number(newest) ? `&since=${upTo}` : ''}`
}
