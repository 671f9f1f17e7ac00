import { ownPart, tellShown } from './entry.ts'
import { type Change, LiveStream } from './live-stream.ts'
import { News } from './news.ts'
import { keepingPlace } from './reading-place.ts'
import { listUnder, putInOrder } from './thread-place.ts'
import { fragmentOf } from './trusted.ts'
import { Unread } from './unread.ts'

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

  function apply(change: Change) {
    const entry = fragmentOf(change.html).querySelector<HTMLElement>('.entry')!
    const shown = document.getElementById(entry.id)
    if (shown) replaceOwnPart(shown, entry)
    else if (change.kind === 'comment') add(entry, change)
    discussion.querySelector('h2')!.textContent = change.count
  }

  function add(entry: HTMLElement, { id, parentId, label }: Change) {
    const list = listUnder(discussion, parentId)
    if (list) {
      discussion.querySelector('.nobody-yet')?.remove()
      putInOrder(list, entry)
      tellShown(entry)
    }
    const comment = entry.querySelector('.comment')
    unread.came(id, list && entry)
    if (comment) news.tell(id, comment.querySelector('.author')!.textContent, label)
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
