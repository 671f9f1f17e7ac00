import './common.ts'
import { attempt } from '../shared/attempt.ts'
import { keptOf } from '../shared/kept-reading.ts'
import { mergedReadState } from '../shared/known.ts'
import { type Me, me } from '../shared/me.ts'
import { ENTRY_SHOWN, idOf, parentOf } from './entry.ts'
import { drawing, element, type Personal, type Seen } from './map-drawing.ts'
import { layoutOf, type MapPoint, ROOM, type Spot } from './map-layout.ts'
import { stepTo } from './step-to.ts'
import { say } from './words.ts'

/** The whole discussion beside itself; a click leads to the nearest comment, on this page or another. */
class DiscussionMap extends HTMLElement {
  #leaving: AbortController | undefined
  #seen: Seen | undefined
  #personal: Personal | undefined
  #isDue = false
  /** The comment nearest to the pointer, and the line that names it. */
  #pointed: number | undefined
  readonly #named = Object.assign(document.createElement('bdi'), { className: 'named' })

  connectedCallback() {
    this.#leaving = new AbortController()
    void attempt(() => this.#begin(this.#leaving!.signal))
  }

  disconnectedCallback() {
    this.#leaving?.abort()
  }

  async #begin(signal: AbortSignal) {
    const discussion = this.parentElement!
    const { seen, personal } = await seenOf(discussion.dataset.article!)
    if (signal.aborted) return
    this.#seen = seen
    this.#personal = personal
    this.className = 'map tools'
    this.role = 'figure'
    const newest = Number(discussion.dataset.newest)
    const show = ({ target }: Event) => takeUp(seen, target as HTMLElement, newest)
    this.addEventListener('click', (event) => this.#press(event), { signal })
    this.addEventListener('pointermove', (event) => this.#name(event), { signal })
    this.addEventListener('pointerleave', () => this.#pointAt(undefined), { signal })
    discussion.addEventListener(ENTRY_SHOWN, show, { signal })
    const changes = new MutationObserver((all) => {
      if (all.some(({ target }) => !this.contains(target) && target !== discussion)) this.#drawSoon()
    })
    changes.observe(discussion, { subtree: true, childList: true, attributeFilter: ['class'] })
    signal.addEventListener('abort', () => changes.disconnect())
    this.#drawSoon()
  }

  #drawSoon() {
    if (this.#isDue) return
    this.#isDue = true
    requestAnimationFrame(() => {
      this.#isDue = false
      this.replaceChildren(drawing(this.#seen!, this.#personal!), this.#named, caption(this.#seen!))
      this.#pointAt(this.#pointed)
    })
  }

  #press(event: MouseEvent) {
    goTo(this.#under(event))
  }

  /** Says whose comment a click would lead to. */
  #name(event: MouseEvent) {
    this.#pointAt(this.#under(event))
  }

  #pointAt(id: number | undefined) {
    this.#pointed = id
    const spot = this.#seen?.spots.find((one) => one.id === id)
    this.#named.textContent = spot ? [spot.name, spot.label].filter(Boolean).join(', ') : ''
    this.querySelector('.pointed')?.classList.remove('pointed')
    this.querySelector(`[data-id="${id}"]`)?.classList.add('pointed')
  }

  #under(event: MouseEvent): number | undefined {
    const svg = this.querySelector('svg')
    return svg?.contains(event.target as Node) ? nearest(this.#seen!, spotUnder(event, svg)) : undefined
  }
}

customElements.define('discussion-map', DiscussionMap)

async function seenOf(article: string): Promise<{ seen: Seen; personal: Personal }> {
  const known: Partial<Me> = await me().catch(() => ({}))
  const { upTo: since, seen: read } = mergedReadState(keptOf(article), known)
  const [seen, { own, unread }] = await Promise.all([
    asked<Seen>(`/a/${article}/map`),
    known.personId !== undefined || since > 0
      ? asked<{ own: Spot[]; unread: Spot[] }>(`/a/${article}/map/personal?since=${since}`)
      : { own: [], unread: [] },
  ])
  const ids = (spots: readonly Spot[]) => new Set(spots.map(({ id }) => id))
  const personal = { own: ids(own), unread: ids(unread).difference(new Set(read)) }
  const drawn = ids(seen.spots)
  seen.spots.push(...[...own, ...unread].filter(({ id }) => !drawn.has(id) && drawn.add(id)))
  for (const spot of seen.spots)
    if (known.muted?.includes(spot.authorId!)) Object.assign(spot, { quotedBy: 0, name: null })
  return { seen, personal }
}

async function asked<T>(path: string): Promise<T> {
  const answer = await fetch(path, { headers: { accept: 'application/json' } })
  return answer.json()
}

/** What was written since is drawn, too; what only comes into the page was drawn or left out before. */
function takeUp(seen: Seen, entry: HTMLElement, newest: number) {
  const id = idOf(entry)
  if (id <= newest) return
  const posted = entry.querySelector<HTMLTimeElement>(':scope > .comment > header > time')?.dateTime
  if (!posted || seen.spots.some((spot) => spot.id === id)) return
  const thread = Number.parseInt(entry.querySelector('.number')!.textContent, 10)
  const [at, depth] = [Date.parse(posted), Number(entry.dataset.depth)]
  const parent = parentOf(entry)
  seen.spots.push({
    id,
    parentId: parent ? idOf(parent) : 0,
    authorId: null,
    name: entry.querySelector(':scope > .comment .author')?.textContent ?? null,
    label: entry.querySelector('.number')!.textContent,
    thread,
    depth,
    at,
    quotedBy: 0,
    removed: 0,
  })
  const bar = seen.bars.findLast(({ ordinal }) => ordinal <= thread)
  if (depth === 1 && bar?.id !== id) {
    seen.threads++
    seen.bars.push({ id, ordinal: thread, at, until: at, count: 1 })
  } else if (bar?.ordinal === thread) bar.until = Math.max(bar.until ?? at, at)
}

function caption({ threads, bars }: Seen) {
  const words = document.createElement('p')
  words.append(`${say('map')} ${say('threads', threads)}. `)
  if (bars.length < threads) words.append(`${say('map-drawn', bars.length)} `)
  for (const kind of ['own', 'unread', 'quoted']) {
    const sign = element('svg', { viewBox: '0 0 10 10', 'aria-hidden': 'true' })
    sign.append(element('circle', { cx: 5, cy: 5, r: kind === 'quoted' ? 4 : 3, class: kind }))
    const name = document.createElement('span')
    name.append(sign, ` ${say(`map-${kind}`)}`)
    words.append(name, ' ')
  }
  return words
}

function goTo(id: number | undefined) {
  if (id === undefined) return
  const entry = document.getElementById(`c-${id}`)
  if (entry) stepTo(entry)
  else location.assign(`/c/${id}?language=${document.documentElement.lang}`)
}

function spotUnder({ clientX, clientY }: MouseEvent, svg: Element): MapPoint {
  const { left, top, width, height } = svg.getBoundingClientRect()
  return { x: ((clientX - left) / width) * ROOM.width, y: ((clientY - top) / height) * ROOM.height }
}

/** The comment nearest to a place; along a thread without one, the thread's first. */
function nearest({ bars, spots }: Seen, { x, y }: MapPoint): number | undefined {
  const places = layoutOf(bars, spots, document.dir === 'rtl')
  const found = [
    ...spots.map(({ id }, at) => ({ id, far: Math.hypot(places.spots[at]!.x - x, places.spots[at]!.y - y) })),
    ...bars.map(({ id }, at) => {
      const { x: lane, y: from, end } = places.bars[at]!
      return { id, far: NOT_A_COMMENT + Math.hypot(lane - x, y - Math.max(from, Math.min(end, y))) }
    }),
  ]
  return found.toSorted((one, other) => one.far - other.far)[0]?.id
}

const NOT_A_COMMENT = 3
