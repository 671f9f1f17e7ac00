import { ENTRY_SHOWN, idOf, ownPart, tellShown } from './entry.ts'
import { type Change, LiveStream } from './live-stream.ts'
import { News } from './news.ts'
import { keepingPlace, wouldMove } from './reading-place.ts'
import { goesOnHere, listUnder, putInOrder } from './thread-place.ts'
import { fragmentOf } from './trusted.ts'
import { Unread } from './unread.ts'
import { Waiting } from './waiting.ts'

/** Keeps the discussion of an open page as it stands: new comments come in, changed and removed ones are replaced. */
export function startLiveDiscussion(discussion: HTMLElement): void {
  const { article, language, seq } = discussion.dataset
  const news = new News(discussion.querySelector('.news')!)
  const unread = new Unread(discussion, news)
  void unread.start()

  const stream = new LiveStream(`/live?article=${article}&language=${language}`, Number(seq), {
    lost: (isLost) => news.lost(isLost),
    hear: (changes) => keepingPlace(discussion, () => changes.forEach(apply)),
  })

  const parentOfEntry = new WeakMap<HTMLElement, number>()
  const waiting = new Waiting((entries) => keepingPlace(discussion, () => entries.forEach(putIn)))
  discussion.addEventListener(ENTRY_SHOWN, ({ target }) => waiting.restore(target as HTMLElement))
  discussion.querySelector('.news')!.addEventListener('click', (event) => {
    const id = (event.target as Element).closest('a')?.pathname.slice('/c/'.length)
    if (waiting.letIn(Number(id))) event.preventDefault()
  })

  function apply(change: Change) {
    const entry = fragmentOf(change.html).querySelector<HTMLElement>('.entry')!
    const shown = document.getElementById(entry.id) ?? waiting.find(change.id)
    if (shown) replaceOwnPart(shown, entry)
    else if (change.kind === 'comment') add(entry, change)
    discussion.querySelector('h2')!.textContent = change.count
  }

  function add(entry: HTMLElement, { id, parentId, label }: Change) {
    unread.came(id)
    parentOfEntry.set(entry, parentId)
    place(entry, parentId)
    const name = entry.querySelector('.author')?.textContent
    if (name) news.tell(id, name, label)
  }

  function place(entry: HTMLElement, parentId: number) {
    const parent = document.getElementById(`c-${parentId}`)
    if (waiting.joins(entry, parentId)) return
    if (parent && goesOnHere(discussion, parentId) && wouldMove(parent)) waiting.add(entry, parent)
    else putIn(entry)
  }

  function putIn(entry: HTMLElement) {
    const list = listUnder(discussion, parentOfEntry.get(entry)!)
    if (!list) return
    discussion.querySelector('.nobody-yet')?.remove()
    putInOrder(list, entry)
    for (const one of [entry, ...entry.querySelectorAll<HTMLElement>('.entry')]) {
      tellShown(one)
      unread.came(idOf(one), one)
    }
  }

  const openWhileSeen = () => (document.hidden ? stream.close() : stream.open())
  openWhileSeen()
  document.addEventListener('visibilitychange', openWhileSeen)
  addEventListener('pagehide', () => stream.close())
  addEventListener('pageshow', openWhileSeen)
}

/** The replies below, an open form and the focus stay as they are. */
function replaceOwnPart(shown: HTMLElement, entry: HTMLElement) {
  const [before, after] = [ownPart(shown), ownPart(entry)]
  const focused = before.contains(document.activeElement) ? document.activeElement : null
  before.replaceWith(after)
  tellShown(shown)
  if (!focused) return
  const same = [...after.querySelectorAll('a')].find(({ href }) => href === (focused as HTMLAnchorElement).href)
  const next = same ?? after.querySelector('a')
  next?.focus({ preventScroll: true })
}
