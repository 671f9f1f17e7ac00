import { idOf, ownPart, parentOf } from './entry.ts'
import { stepTo } from './keyboard.ts'
import { type Mark, ROOM, type Spot, spotsOf } from './map-layout.ts'
import { me } from './me.ts'
import { say } from './words.ts'

const FEWEST = 5
const WIDE = '(min-width: 75rem)'
const SVG = 'http://www.w3.org/2000/svg'

interface Drawn extends Spot {
  entry: HTMLElement
}

/** Draws the page's threads beside the discussion where there is room; a click leads to the nearest comment. */
export async function startMap(discussion: HTMLElement): Promise<void> {
  const figure = document.createElement('figure')
  figure.className = 'map tools'
  const { personId } = await me().catch(() => ({ personId: undefined }))
  const wide = matchMedia(WIDE)
  let drawn: Drawn[] = []
  let isDue = false

  function draw() {
    isDue = false
    const entries = [...discussion.querySelectorAll<HTMLElement>('.thread .entry')]
    if (!wide.matches || entries.length < FEWEST) return figure.remove()
    const marks = marksOf(entries)
    const spots = spotsOf(marks, document.dir === 'rtl')
    drawn = entries.map((entry, index) => ({ entry, ...spots[index]! }))
    figure.replaceChildren(picture(drawn, marks, String(personId)), caption(marks.at(-1)!.thread + 1))
    if (!figure.isConnected) discussion.append(figure)
  }

  function drawSoon() {
    if (isDue) return
    isDue = true
    requestAnimationFrame(draw)
  }

  figure.addEventListener('click', (event) => {
    const svg = figure.querySelector('svg')!
    if (svg.contains(event.target as Node)) stepTo(nearest(drawn, spotUnder(event, svg)))
  })
  new MutationObserver((changes) => {
    if (changes.some(({ target }) => !figure.contains(target) && target !== discussion)) drawSoon()
  }).observe(discussion, { subtree: true, childList: true, attributeFilter: ['class'] })
  wide.addEventListener('change', drawSoon)
  drawSoon()
}

/** A comment without a time of its own is drawn at that of the one before. */
function marksOf(entries: readonly HTMLElement[]): Mark[] {
  let [thread, at] = [-1, firstTime(entries)]
  const levels = new Map<Element, number>()
  return entries.map((entry) => {
    const above = parentOf(entry)
    const level = above ? levels.get(above)! + 1 : 0
    levels.set(entry, level)
    if (!above) thread++
    at = timeOf(entry) ?? at
    return { thread, level, at }
  })
}

function firstTime(entries: readonly HTMLElement[]) {
  return entries.map(timeOf).find((at) => at !== undefined) ?? 0
}

function timeOf(entry: HTMLElement): number | undefined {
  const posted = entry.querySelector<HTMLTimeElement>(':scope > .comment > header > time')?.dateTime
  return posted ? Date.parse(posted) : undefined
}

/** @NOTE It says nothing that the discussion does not say, so that only eyes meet it. */
function picture(drawn: readonly Drawn[], marks: readonly Mark[], own: string) {
  const svg = element('svg', { viewBox: `0 0 ${ROOM.width} ${ROOM.height}`, 'aria-hidden': 'true' })
  for (const spots of Map.groupBy(drawn, (_, index) => marks[index]!.thread).values()) {
    const last = Math.max(...spots.map(({ y }) => y))
    svg.append(element('path', { d: `M${spots[0]!.x} ${spots[0]!.y}V${last}` }))
  }
  const at = new Map(drawn.map((one) => [one.entry, one]))
  for (const { entry, x, y } of drawn) {
    const above = at.get(parentOf(entry)!)
    if (above) svg.append(element('path', { d: `M${above.x} ${above.y}L${x} ${y}` }))
  }
  for (const { entry, x, y } of drawn) {
    const part = ownPart(entry)
    const isQuoted = part.querySelector('.quoted-by') !== null
    const kinds = [
      part.matches('.unread') && 'unread',
      entry.dataset.author === own && 'own',
      isQuoted && 'quoted',
      part.matches('.tombstone') && 'gone',
    ]
    svg.append(
      element('circle', {
        cx: x,
        cy: y,
        r: isQuoted ? 4 : 2.5,
        class: kinds.filter(Boolean).join(' '),
        'data-id': idOf(entry),
      }),
    )
  }
  return svg
}

function caption(threads: number) {
  const words = document.createElement('figcaption')
  words.append(`${say('map')} ${say('threads', threads)}. `)
  for (const kind of ['own', 'unread', 'quoted']) {
    const sign = element('svg', { viewBox: '0 0 10 10', 'aria-hidden': 'true' })
    sign.append(element('circle', { cx: 5, cy: 5, r: kind === 'quoted' ? 4 : 3, class: kind }))
    const name = document.createElement('span')
    name.append(sign, ` ${say(`map-${kind}`)}`)
    words.append(name, ' ')
  }
  return words
}

function element(name: string, attributes: Record<string, string | number>) {
  const made = document.createElementNS(SVG, name) as SVGElement
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, String(value))
  return made
}

function spotUnder({ clientX, clientY }: MouseEvent, svg: Element): Spot {
  const { left, top, width, height } = svg.getBoundingClientRect()
  return { x: ((clientX - left) / width) * ROOM.width, y: ((clientY - top) / height) * ROOM.height }
}

function nearest(drawn: readonly Drawn[], { x, y }: Spot): HTMLElement | undefined {
  const farness = (one: Drawn) => (one.x - x) ** 2 + (one.y - y) ** 2
  return drawn.toSorted((one, other) => farness(one) - farness(other))[0]?.entry
}
