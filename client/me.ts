/** What the server says of the one who asks; nothing of a stranger. */
export interface Me {
  personId?: number
  name?: string
  role?: 'reader' | 'moderator' | 'editor' | 'admin'
  /** The newest comment of this discussion when they last left it. */
  upTo?: number
  /** How many notices they have not read. */
  notices?: number
  /** The people whose words they do not want to read. */
  muted?: number[]
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
  const article = document.getElementById('discussion')?.dataset.article
  const path = article ? `/me?article=${article}` : '/me'
  const answer = await fetch(path, { headers: { accept: 'application/json' } })
  if (!answer.ok) return { aheadMs: 0 }
  const aheadMs = Date.parse(answer.headers.get('date') ?? '') - Date.now() || 0
  return { ...(await answer.json()), aheadMs }
}
