import './common.ts'
import type { HeldHere } from '../../src/web/comments/held-here.ts'
import { fragmentOf } from '../shared/trusted.ts'
import { ENTRY_SHOWN } from './entry.ts'
import { listUnder } from './thread-place.ts'

/** Puts what waits to be let in where it would stand, for those who may see it; let in, it makes room for the entry itself. */
export async function showHeld(discussion: HTMLElement, signal: AbortSignal): Promise<void> {
  const { article, language } = discussion.dataset
  const headers = { accept: 'application/json' }
  const answer = await fetch(`/a/${article}/held?language=${language}`, { headers, signal }).catch(() => undefined)
  if (!answer?.ok || signal.aborted) return
  const { held }: HeldHere = await answer.json()
  for (const one of held) put(discussion, one)
  discussion.addEventListener(ENTRY_SHOWN, ({ target }) => makeRoom(target as HTMLElement), { signal })
}

function put(discussion: HTMLElement, { id, parentId, html }: HeldHere['held'][number]) {
  const list = listUnder(discussion, parentId)
  if (!list || document.getElementById(`held-${id}`)) return
  const item = document.createElement('li')
  item.id = `held-${id}`
  item.dataset.ordinal = 'Infinity'
  item.append(fragmentOf(html))
  list.append(item)
}

function makeRoom({ id }: HTMLElement) {
  document.getElementById(id.replace('c-', 'held-'))?.remove()
}
