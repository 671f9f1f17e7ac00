import { keepKnown, keptOf } from '../shared/kept-reading.ts'
import { mergedReadState, type ReadState } from '../shared/known.ts'
import { type Me, me } from '../shared/me.ts'
import { ENTRY_SHOWN, idOf, ownPart } from './entry.ts'
import { watchSeen } from './in-view.ts'
import type { News } from './news.ts'
import { current, follows, stepTo } from './step-to.ts'
import { say } from './words.ts'

/** Knows what of the discussion is new to the reader: of what came since they first opened it, all that they have not seen. */
export class Unread {
  readonly #discussion: HTMLElement
  readonly #news: News
  readonly #eyes = watchSeen((part) => this.#see(part.parentElement!))
  readonly #line: HTMLElement
  /** Whether a new comment is told where it will stand, so that the line need not tell it. */
  readonly #isToldInPlace: (id: number) => boolean
  /** What is new on this page, what was heard of, and of what is elsewhere the first that the server tells. */
  readonly #new = new Set<number>()
  #known: ReadState = { upTo: 0, seen: [] }
  #me: Partial<Me> = {}
  #newest: number
  /** The comment after which more may be new than is known here. */
  #told = Infinity

  constructor(discussion: HTMLElement, news: News, isToldInPlace: (id: number) => boolean) {
    this.#isToldInPlace = isToldInPlace
    this.#discussion = discussion
    this.#news = news
    this.#newest = Number(discussion.dataset.newest)
    this.#line = discussion.querySelector<HTMLElement>('.at-foot > p')!
    const [onward, letBe] = this.#line.querySelectorAll('button')
    onward!.addEventListener('click', () => this.#onward())
    letBe!.addEventListener('click', () => this.#letBe())
    /** @NOTE Pressing a button would otherwise take the focus from the comment after which it goes on. */
    this.#line.addEventListener('mousedown', (event) => event.preventDefault())
  }

  /** Marks what is new; of a first visit nothing that was there is, which a window opened beside it finds remembered. */
  async start(): Promise<void> {
    this.#me = await me().catch(() => ({}))
    this.#known = mergedReadState(keptOf(this.#article), this.#me)
    this.#known.upTo ||= this.#newest
    const { ids, upTo } = this.#me.unread ?? { ids: [], upTo: this.#known.upTo }
    if (Math.max(upTo, this.#known.upTo) < this.#newest) this.#told = upTo
    for (const id of ids) if (this.#isNew(id)) this.#new.add(id)
    for (const entry of this.#discussion.querySelectorAll<HTMLElement>('.entry')) this.#show(entry)
    this.count()
    this.#discussion.addEventListener(ENTRY_SHOWN, ({ target }) => {
      this.#show(target as HTMLElement)
      this.count()
    })
    this.#keepOnLeaving()
    if (this.#newest > 0) this.#keep()
  }

  /** Takes notice of a comment that was written just now, wherever it stands; says whether it is new to this reader. */
  came(entry: HTMLElement): boolean {
    const id = idOf(entry)
    this.#newest = Math.max(this.#newest, id)
    const isNew = this.#isNew(id, entry.dataset.author)
    if (isNew) this.#new.add(id)
    this.count()
    return isNew
  }

  get #article() {
    return this.#discussion.dataset.article!
  }

  #isNew(id: number, author = '') {
    const { personId, muted = [] } = this.#me
    const { upTo, seen } = this.#known
    return id > upTo && !seen.includes(id) && ![personId, ...muted].includes(Number(author))
  }

  #show(entry: HTMLElement) {
    const [id, part] = [idOf(entry), ownPart(entry)]
    if (part.matches('.tombstone') || !this.#isNew(id, entry.dataset.author)) return this.#new.delete(id)
    this.#new.add(id)
    this.#eyes.observe(part)
    if (part.matches('.unread')) return
    part.classList.add('unread')
    part.ariaLabel = `${say('unread')}. ${part.ariaLabel}`
  }

  #see(entry: HTMLElement) {
    this.#known.seen.push(idOf(entry))
    this.#forget(entry)
    this.count()
  }

  /** Takes the mark off. */
  #forget(entry: HTMLElement) {
    const [id, part] = [idOf(entry), ownPart(entry)]
    this.#new.delete(id)
    this.#news.seen(id)
    part.classList.remove('unread')
    part.ariaLabel = part.ariaLabel!.replace(`${say('unread')}. `, '')
  }

  /** Counts what is new, unless all of it is told in place. */
  count(): void {
    const { size } = this.#new
    this.#line.hidden = [...this.#new].every((id) => this.#isToldInPlace(id))
    this.#line.firstElementChild!.textContent = say(this.#told < Infinity ? 'not-read-more' : 'not-read', size)
  }

  /** To the next on this page, from its end to what waits here, then to the page on which the next of the others stands, and then around. */
  #onward() {
    if (this.#new.size === 0) return
    const from = current(this.#discussion)
    const isFocused = from?.contains(document.activeElement)
    const unread = [...this.#discussion.querySelectorAll<HTMLElement>('.entry:has(> .unread)')]
    const further = unread.find((one) => !from || (one === from ? !isFocused : follows(one, from)))
    const here = further ?? (isFocused ? undefined : unread[0])
    const waiting = this.#discussion.querySelector<HTMLElement>('.waiting')
    const elsewhere = this.#nextElsewhere()
    if (here) stepTo(here)
    else if (waiting) waiting.click()
    else if (elsewhere) location.assign(`/c/${elsewhere}?language=${document.documentElement.lang}`)
    else stepTo(unread[0])
  }

  /** The first after the one for which this page was opened, so that no page is passed over. */
  #nextElsewhere() {
    const ids = [...this.#new].filter((id) => !document.getElementById(`c-${id}`)).sort((one, other) => one - other)
    return ids.find((id) => id > Number(location.hash.slice('#c-'.length))) ?? ids[0]
  }

  /** Lets all that is new be known. */
  #letBe() {
    this.#known.upTo = this.#newest
    this.#told = Infinity
    for (const part of this.#discussion.querySelectorAll('.comment.unread')) this.#forget(part.parentElement!)
    this.#new.clear()
    this.count()
  }

  /** Remembers what is known: all before the first that is not, and what was seen after it. */
  #keep(): ReadState {
    const known = Math.min(this.#newest, this.#told, ...[...this.#new].map((id) => id - 1))
    this.#known.upTo = Math.max(this.#known.upTo, known)
    return keepKnown(this.#article, this.#known)
  }

  /** Each time that the page is left or out of sight; of an account the server remembers it, too. */
  #keepOnLeaving() {
    const lines = ({ upTo = 0, seen = [] }: Partial<ReadState>) =>
      new URLSearchParams({ article: this.#article, upTo: `${upTo}`, seen: seen.join('.') })
    let told = `${lines(this.#me)}`
    const leave = () => {
      if (this.#newest === 0) return
      const known = lines(this.#keep())
      if (this.#me.personId === undefined || `${known}` === told) return
      told = `${known}`
      navigator.sendBeacon('/me/readings', known)
    }
    addEventListener('pagehide', leave)
    document.addEventListener('visibilitychange', () => document.hidden && leave())
  }
}
