import path from 'node:path'
import type { Import } from './imports.ts'

/** The parts of the domain; each may know those before it. */
export const STAIRCASE = [
  'audit',
  'people',
  'media',
  'articles',
  'sources',
  'discussion',
  'moderation',
  'translation',
  'search',
  'reach',
]

const BELOW_THE_DOMAIN = ['kit', 'addresses', 'store', 'text']
const BELOW_THE_DOORS = [...BELOW_THE_DOMAIN, 'domain']

/** What each room may know besides itself; of the root files, their name is the room. */
const MAY_KNOW: Record<string, readonly string[]> = {
  kit: [],
  addresses: ['kit'],
  store: ['kit'],
  text: ['kit', 'addresses'],
  domain: BELOW_THE_DOMAIN,
  web: BELOW_THE_DOORS,
  exchange: BELOW_THE_DOORS,
  cli: [...BELOW_THE_DOORS, 'exchange'],
  jobs: [...BELOW_THE_DOORS, 'exchange'],
  settings: ['kit'],
  parley: [...BELOW_THE_DOORS, 'exchange', 'web', 'cli', 'jobs', 'settings'],
  main: [...BELOW_THE_DOORS, 'exchange', 'web', 'cli', 'jobs', 'settings', 'parley'],
}
/** What is built elsewhere and handed over: its type may be named, no more. */
const MAY_NAME: Record<string, readonly string[]> = {
  web: ['parley', 'settings'],
  cli: ['parley', 'settings'],
  jobs: ['parley', 'settings'],
}
/** Of the web, what every noun uses; nouns meet each other by their index.ts alone. */
const OPEN_TO_ALL_PAGES = ['http', 'html']

/** Rooms that are entered by their doors alone. */
const BY_THE_DOOR = ['store', 'domain']
/** A part of the domain may have a second one, to what of it is needed at every start. */
const DOORS = ['index.ts', 'early.ts']

/** What is wrong with an import of a file (both paths from the root of the project), in words; undefined where nothing is. */
export function complaintAbout(
  file: string,
  { from, typeOnly }: Import,
  packages: readonly string[],
): string | undefined {
  if (from === undefined) return 'an import must name its file in a plain string'
  if (!from.startsWith('.')) return complaintAboutPackage(from, packages)
  if (!/\.(?:ts|json|css)$/.test(from)) return `${from} must carry its ending (.ts)`
  const target = path.posix.join(path.posix.dirname(file), from)
  return file.startsWith('client/')
    ? complaintFromClient(file, target, typeOnly)
    : complaintFromSrc(file, target, typeOnly)
}

function complaintAboutPackage(from: string, packages: readonly string[]): string | undefined {
  if (from.startsWith('node:')) return
  const name = from
    .split('/')
    .slice(0, from.startsWith('@') ? 2 : 1)
    .join('/')
  if (!packages.includes(name)) return `${name} is not among the dependencies in package.json`
}

/** What reads and what works at a desk never meet, and what they share knows neither. */
function complaintFromClient(file: string, target: string, typeOnly: boolean): string | undefined {
  if (typeOnly && target.startsWith('src/')) return
  if (!target.startsWith('client/')) return 'client knows only itself, and the types of the server'
  const [own, other] = [file, target].map((at) => at.split('/')[1])
  if (own !== other && other !== 'shared') return `client/${own} may not know client/${other}`
}

function complaintFromSrc(file: string, target: string, typeOnly: boolean): string | undefined {
  if (target.startsWith('words/') && target.endsWith('.json')) return
  if (!target.startsWith('src/')) return 'src knows only itself'
  const [own, ownPart] = placeOf(file)
  const [other, otherPart] = placeOf(target)
  if (own === other && ownPart === otherPart) return
  if (own === 'web' && other === 'web') return complaintBetweenNouns(ownPart, otherPart, target)
  if (own === 'domain' && other === 'domain') return complaintOnTheStaircase(ownPart, otherPart, target)
  if (own === other) return `${own} imports itself oddly`
  if (typeOnly && MAY_NAME[own]?.includes(other)) return
  if (!MAY_KNOW[own]?.includes(other)) return `${own} may not know ${other}`
  return complaintAtTheDoor(other, otherPart, target)
}

function complaintOnTheStaircase(own: string | undefined, other: string | undefined, target: string) {
  const [here, there] = [STAIRCASE.indexOf(own ?? ''), STAIRCASE.indexOf(other ?? '')]
  if (here < 0 || there < 0) return `the staircase knows ${STAIRCASE.join(', ')} only`
  if (there > here) return `${other} stands after ${own} on the staircase`
  return complaintAtTheDoor('domain', other, target)
}

/** What all pages use may be taken file by file, and app.ts takes each noun's list of routes. */
function complaintBetweenNouns(own: string | undefined, other: string | undefined, target: string) {
  if (other === undefined || OPEN_TO_ALL_PAGES.includes(other)) return
  if (own !== undefined && OPEN_TO_ALL_PAGES.includes(own)) return `${own} serves every noun and may know none`
  const [, , noun, file] = target.split('/')
  const isJoining = own === undefined && file === 'routes.ts'
  if (file !== 'index.ts' && !isJoining) return `web/${noun} is entered by src/web/${noun}/index.ts`
}

function complaintAtTheDoor(room: string, part: string | undefined, target: string): string | undefined {
  const [door, early] = DOORS.map((name) => ['src', room, ...(part ? [part] : []), name].join('/'))
  const isOpen = target === door || (room === 'domain' && target === early)
  if (BY_THE_DOOR.includes(room) && !isOpen) return `${room} is entered by ${door}`
}

function placeOf(file: string): [room: string, part?: string] {
  const [, room = '', part, inside] = file.split('/')
  if (room === 'domain') return [room, part ?? '']
  return room === 'web' && inside !== undefined ? [room, part] : [path.posix.basename(room, '.ts')]
}
