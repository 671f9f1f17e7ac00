import { STAIRCASE } from '../gate/directions.ts'
import { depthOf, type Graph, graphOf, reduced } from './graph.ts'

const WIDTH = 960
const MARGIN = 24
const BOX = { width: 136, height: 52 }
const GAP = 60
const COLUMNS = 5
const PART = { width: 104, height: 26 }
const RISE = PART.height + 4
const DOMAIN_HEIGHT = STAIRCASE.length * RISE + 20

const SAYS: Record<string, string> = {
  main: 'starts it',
  parley: 'introduces',
  web: 'pages, streams',
  cli: 'commands',
  jobs: 'beside requests',
  exchange: 'formats',
  text: 'words to HTML',
  store: 'database, journal',
  addresses: 'every URL',
  kit: 'no business',
  settings: 'what may be set',
}

interface Box {
  name: string
  x: number
  y: number
  width: number
  height: number
}

/** The rooms of src/ as their imports have it, from main.ts down to what knows nobody, and the parts of the domain on their staircase. */
export function drawing(root: string): string {
  const rooms = graphOf(root)
  const arrows = reduced(rooms)
  const boxes = placed(rooms)
  const height = Math.max(...boxes.map(({ y, height }) => y + height)) + MARGIN
  const at = (name: string) => boxes.find((box) => box.name === name)!
  const lines = [...arrows].flatMap(([from, targets]) => [...targets].sort().map((to) => arrow(at(from), at(to))))
  const shown = boxes.map((box) => (box.name === 'domain' ? domain(box) : room(box)))
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" font-family="system-ui, sans-serif" role="img" aria-labelledby="title">
<title id="title">The rooms of Parley: an arrow leads from who takes something to who gives it</title>
${STYLE}
<rect class="paper" width="${WIDTH}" height="${height}"/>
${[...lines, ...shown].join('\n')}
</svg>
`
}

const STYLE = `<style>
.paper { fill: #fcfaf6 } .box { fill: #fff; stroke: #b8b0a2 } .frame { fill: #f4efe6; stroke: #b8b0a2 }
.name { fill: #1d1b18; font-size: 15px; font-weight: 600 } .says { fill: #6b645a; font-size: 12px } .part { font-size: 13px; font-weight: 500 }
.line { fill: none; stroke: #8a8175; stroke-width: 1.4 } .head { fill: #8a8175 }
@media (prefers-color-scheme: dark) {
.paper { fill: #121417 } .box { fill: #1d2126; stroke: #4a515a } .frame { fill: #171a1e; stroke: #4a515a }
.name { fill: #ece8e1 } .says { fill: #9aa1aa } .line { stroke: #79818c } .head { fill: #79818c } }
</style>
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="head" d="M0 0L8 4L0 8z"/></marker></defs>`

/** The columns in which they stand, so that no arrow crosses a room; a new one is to be given its own. */
const COLUMN: Record<string, number> = {
  main: 2,
  cli: 0,
  jobs: 1,
  parley: 2,
  web: 3,
  settings: 4,
  exchange: 0,
  text: 1,
  store: 2,
  addresses: 1,
  kit: 2,
}
const DOMAIN_COLUMNS = 4

/** Row by row: each as high as those who take from it allow. */
function placed(rooms: Graph): Box[] {
  const rows = Map.groupBy([...rooms.keys()].sort(), (name) => depthOf(rooms, name))
  let y = MARGIN
  return [...rows]
    .sort(([one], [other]) => one - other)
    .flatMap(([, names]) => {
      const top = y
      y += GAP + Math.max(...names.map((name) => (name === 'domain' ? DOMAIN_HEIGHT : BOX.height)))
      return names.map((name) => (name === 'domain' ? domainAt(top) : boxAt(name, top)))
    })
}

const COLUMN_WIDTH = (WIDTH - 2 * MARGIN) / COLUMNS

function boxAt(name: string, y: number): Box {
  const column = COLUMN[name]
  if (column === undefined) throw new Error(`test/house/drawing/drawing.ts has no column for ${name}`)
  return { name, x: MARGIN + column * COLUMN_WIDTH + (COLUMN_WIDTH - BOX.width) / 2, y, ...BOX }
}

function domainAt(y: number): Box {
  return { name: 'domain', x: MARGIN, y, width: DOMAIN_COLUMNS * COLUMN_WIDTH, height: DOMAIN_HEIGHT }
}

function room({ name, x, y, width, height }: Box): string {
  const middle = x + width / 2
  return `<rect class="box" x="${x}" y="${y}" width="${width}" height="${height}" rx="6"/>
<text class="name" x="${middle}" y="${y + 22}" text-anchor="middle">${name}</text>
<text class="says" x="${middle}" y="${y + 40}" text-anchor="middle">${SAYS[name] ?? ''}</text>`
}

/** Its parts on their staircase; an arrow would say no more than the stairs do. */
function domain({ x, y, width, height }: Box): string {
  const step = (width - 2 * MARGIN - PART.width) / (STAIRCASE.length - 1)
  const shown = STAIRCASE.map((name, place) => {
    const [left, top] = [Math.round(x + MARGIN + place * step), y + height - 12 - PART.height - place * RISE]
    return `<rect class="box" x="${left}" y="${top}" width="${PART.width}" height="${PART.height}" rx="5"/>
<text class="name part" x="${left + PART.width / 2}" y="${top + 18}" text-anchor="middle">${name}</text>`
  })
  return `<rect class="frame" x="${x}" y="${y}" width="${width}" height="${height}" rx="8"/>
<text class="name" x="${x + MARGIN}" y="${y + 30}">domain</text>
<text class="says" x="${x + MARGIN}" y="${y + 50}">the trade: each part may know those below it, by their index.ts</text>
${shown.join('\n')}`
}

/** From the foot of one straight down, and then to the head of the other; the frame of the domain is met from right above. */
function arrow(from: Box, to: Box): string {
  const centre = (one: Box, other: Box) => (one.name === 'domain' ? other : one).x + BOX.width / 2
  const [x1, x2] = [centre(from, to), centre(to, from)].map(Math.round)
  const [y1, y2] = [from.y + from.height, to.y]
  const bend = y2 - GAP
  return `<path class="line" d="M${x1} ${y1}V${bend}C${x1} ${y2 - GAP / 4} ${x2} ${bend + GAP / 4} ${x2} ${y2}" marker-end="url(#head)"/>`
}
