import { fragmentOf } from '../shared/trusted.ts'
import { nameAnew } from './answered-names.ts'
import type { Change } from './batch.ts'
import { renew } from './renew.ts'
import { listUnder, putInOrder } from './thread-place.ts'

/** Has a part of the discussion that is out of the page take in a change; gives the entry that came into it. */
export function takeIn(part: HTMLElement, change: Change): HTMLElement | undefined {
  nameAnew(part, change)
  const entry = entryOf(change)
  const there = part.querySelector<HTMLElement>(`#${entry.id}`)
  if (there) return void renew(there, entry)
  const list = change.kind === 'comment' && listUnder(part, change.parentId)
  if (!list) return
  putInOrder(list, entry)
  return entry
}

/** The entry as it stands after a change. */
export function entryOf({ html }: Change): HTMLElement {
  return fragmentOf(html).querySelector<HTMLElement>('.entry')!
}
