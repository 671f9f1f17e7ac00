import { nameAnew } from './answered-names.ts'
import type { Batch, Change } from './batch.ts'
import { ENTRY_SHOWN, tellAllShown } from './entry.ts'
import { News } from './news.ts'
import { quotationsAnew } from './quotations-anew.ts'
import { keepingPlace, wouldMove } from './reading-place.ts'
import { renew } from './renew.ts'
import { partsAside } from './steps.ts'
import { entryOf, takeIn } from './take-in.ts'
import { edgeUnder, goesOnElsewhere, goesOnHere, hasNoPlaceYet, listUnder, putInOrder } from './thread-place.ts'
import { Unread } from './unread.ts'
import { Waiting } from './waiting.ts'

/** Keeps the discussion of an open page as it stands: new comments come in, changed and removed ones are replaced. */
export function liveDiscussion(discussion: HTMLElement) {
  const news = new News(discussion.querySelector('.news')!)

  const parentOfEntry = new WeakMap<HTMLElement, number>()
  const letIn = (entries: readonly HTMLElement[]) => keepingPlace(discussion, () => entries.forEach(putIn))
  const waiting = new Waiting(discussion, letIn, () => unread.count())
  const unread = new Unread(discussion, news, (id) => waiting.isToldInPlace(id))
  void unread.start()
  discussion.addEventListener(ENTRY_SHOWN, ({ target }) => waiting.restore(target as HTMLElement))
  discussion.querySelector('.news')!.addEventListener('click', (event) => {
    const id = (event.target as Element).closest('a')?.pathname.slice('/c/'.length)
    if (waiting.letIn(Number(id))) event.preventDefault()
  })

  function apply(change: Change) {
    for (const part of partsAside()) {
      const came = takeIn(part, change)
      if (came) unread.came(came)
    }
    for (const part of [discussion, ...waiting.all()]) nameAnew(part, change)
    const entry = entryOf(change)
    const shown = [document.getElementById(entry.id), waiting.find(change.id)].filter((one) => one != null)
    for (const one of shown) renew(one, entry)
    if (shown.length === 0 && change.kind === 'comment') add(entry, change)
  }

  function add(entry: HTMLElement, { id, parentId, label }: Change) {
    const isNew = unread.came(entry)
    parentOfEntry.set(entry, parentId)
    place(entry, parentId)
    const name = entry.querySelector('.author')?.textContent
    if (name && isNew) news.tell(id, name, label)
  }

  function place(entry: HTMLElement, parentId: number) {
    if (!document.getElementById(`c-${parentId}`) && waiting.joins(entry, parentId)) return
    if (mustWait(parentId)) waiting.add(entry, parentId)
    else putIn(entry)
  }

  /** What follows only after others that are not here waits, too, and leads there. */
  function mustWait(parentId: number) {
    if (!goesOnHere(discussion, parentId))
      return [discussion, ...partsAside()].some((part) => goesOnElsewhere(part, parentId))
    const edge = edgeUnder(discussion, parentId)
    return edge !== undefined && (hasNoPlaceYet(discussion, parentId) || wouldMove(discussion, edge))
  }

  function putIn(entry: HTMLElement) {
    const list = listUnder(discussion, parentOfEntry.get(entry)!)
    if (!list || document.getElementById(entry.id)) return
    discussion.querySelector('.nobody-yet')?.remove()
    putInOrder(list, entry)
    tellAllShown([entry])
  }

  async function lookForQuotations() {
    const parts = [discussion, ...partsAside()]
    const entries = parts.flatMap((part) => [...part.querySelectorAll<HTMLElement>('.entry')])
    const replace = (one: HTMLElement, entry: HTMLElement) => keepingPlace(discussion, () => renew(one, entry))
    if (!(await quotationsAnew([...entries, ...waiting.all()], replace))) news.outOfDate()
  }

  return {
    outOfDate: () => news.outOfDate(),
    lost: (isLost: boolean) => news.lost(isLost),
    hear({ changes, count, quotations, seq }: Batch) {
      discussion.dataset.seq = String(seq)
      keepingPlace(discussion, () => changes.forEach(apply))
      if (count) document.getElementById('discussion-count')!.textContent = count
      if (quotations) void lookForQuotations()
    },
  }
}
