import { ENTRY_SHOWN, idOf, ownPart } from './entry.ts'
import { keep, keptOf } from './kept-reading.ts'
import { nextUnread, stepTo } from './keyboard.ts'
import { me } from './me.ts'
import type { News } from './news.ts'
import { say } from './words.ts'

const SEEN_MS = 8_000
const MOST_LEFT = 500

/** Knows what on this page the reader has not seen yet: what came since they left, and what comes now. */
export class Unread {
  readonly #discussion: HTMLElement
  readonly #news: News
  readonly #ids = new Set<number>()
  readonly #sinceBefore = new Set<number>()
  /** What came while the page was open. */
  readonly #heard = new Set<number>()
  readonly #eyes: IntersectionObserver
  #newest: number
  /** What the server knows of the reader; undefined for a stranger. */
  #told: number | undefined

  constructor(discussion: HTMLElement, news: News) {
    this.#discussion = discussion
    this.#news = news
    this.#newest = Number(discussion.dataset.newest)
    this.#eyes = watchSeen((entry) => this.#seen(entry))
    discussion.addEventListener(ENTRY_SHOWN, ({ target }) => this.#show(target as HTMLElement))
  }

  /** Marks what came since the last visit; of a first visit nothing is new. */
  async start(): Promise<void> {
    const article = this.#discussion.dataset.article!
    const { upTo: here = 0, left = [] } = keptOf(article)
    this.#keepOnLeaving(article)
    const { personId, upTo: elsewhere = 0 } = await me().catch(() => ({}) as Awaited<ReturnType<typeof me>>)
    if (personId !== undefined) this.#told = elsewhere
    const since = Math.max(here, elsewhere)
    if (since === 0) return
    const before = new Set(elsewhere > here ? [] : left)
    const isNew = (entry: HTMLElement) =>
      (idOf(entry) > since || before.has(idOf(entry))) && entry.dataset.author !== String(personId)
    const mark = (entry: HTMLElement) => {
      if (!isNew(entry) || this.#heard.has(idOf(entry)) || this.#ids.has(idOf(entry))) return
      this.#sinceBefore.add(idOf(entry))
      this.#add(entry)
    }
    for (const entry of this.#discussion.querySelectorAll<HTMLElement>('.entry')) mark(entry)
    this.#discussion.addEventListener(ENTRY_SHOWN, ({ target }) => mark(target as HTMLElement))
  }

  /** Takes notice of a comment that was written just now, wherever it stands. */
  came(id: number, entry?: HTMLElement): void {
    this.#newest = Math.max(this.#newest, id)
    this.#heard.add(id)
    if (entry) this.#add(entry)
  }

  #add(entry: HTMLElement) {
    if (!entry.querySelector(':scope > .comment')) return
    this.#ids.add(idOf(entry))
    this.#eyes.observe(entry)
    this.#show(entry)
  }

  #show(entry: HTMLElement) {
    if (!this.#ids.has(idOf(entry)) || ownPart(entry).matches('.unread, .tombstone')) return
    const part = ownPart(entry)
    part.classList.add('unread')
    part.ariaLabel = `${say('unread')}. ${part.ariaLabel}`
    this.#count()
  }

  #seen(entry: HTMLElement) {
    const id = idOf(entry)
    this.#ids.delete(id)
    this.#sinceBefore.delete(id)
    this.#news.seen(id)
    const part = ownPart(entry)
    part.classList.remove('unread')
    part.ariaLabel = (part.ariaLabel ?? '').replace(`${say('unread')}. `, '')
    this.#count()
  }

  #count() {
    const count = this.#sinceBefore.size
    this.#news.since(count === 0 ? '' : say('since', count), () => stepTo(nextUnread(this.#discussion, focused())))
  }

  /** Remembers how far the reader came, each time that the page is left or out of sight; of an account the server does, too. */
  #keepOnLeaving(article: string) {
    const leave = () => {
      if (this.#newest === 0) return
      keep(article, { upTo: this.#newest, left: [...this.#ids].slice(-MOST_LEFT) })
      if (this.#told === undefined || this.#told >= this.#newest) return
      this.#told = this.#newest
      navigator.sendBeacon('/me/readings', new URLSearchParams({ article, upTo: String(this.#told) }))
    }
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', () => document.hidden && leave())
  }
}

function focused() {
  return document.activeElement?.closest<HTMLElement>('.entry') ?? undefined
}

function watchSeen(whenSeen: (entry: HTMLElement) => void) {
  const watch = new IntersectionObserver((changes) => {
    for (const { isIntersecting, target } of changes) {
      if (!isIntersecting) continue
      watch.unobserve(target)
      setTimeout(whenSeen, SEEN_MS, target as HTMLElement)
    }
  })
  return watch
}
