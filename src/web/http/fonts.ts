import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** One file of a family: a script's letters, upright or italic, in all weights, with the rule that loads it. */
export interface FontFile {
  name: string
  bytes: Uint8Array
  css: string
}

const FAMILIES = ['source-serif-4', 'source-sans-3']
const STYLES = ['wght.css', 'wght-italic.css']

/** The files of both families as their packages split them by script. */
export async function fontFiles(root: string): Promise<FontFile[]> {
  const sheets = FAMILIES.flatMap((family) => STYLES.map((sheet) => ({ family, sheet })))
  const files = await Promise.all(sheets.map(({ family, sheet }) => filesOf(folderOf(root, family), sheet)))
  return files.flat()
}

/**
 * The rules for our own copies, then for the faces that stand in where they come too late. @NOTE a page that is being read is
 * not set anew in other letters, whose lines break elsewhere; the next one has them.
 */
export function fontFaces<F extends FontFile>(files: readonly F[], addressOf: (file: F) => string): string {
  const own = files.map((file) =>
    file.css
      .replace(/url\([^)]*\) format\([^)]*\)/, () => `url(${addressOf(file)}) format('woff2')`)
      .replace('font-display: swap', 'font-display: optional'),
  )
  return [...own, ...STAND_INS.map(standIn)].join('\n')
}

function folderOf(root: string, family: string) {
  return path.join(root, 'node_modules/@fontsource-variable', family)
}

async function filesOf(folder: string, sheet: string): Promise<FontFile[]> {
  const rules = (await readFile(path.join(folder, sheet), 'utf8')).match(/@font-face \{[^}]*\}/g) ?? []
  return Promise.all(
    rules.map(async (css) => {
      const file = css.match(/url\(\.\/(files\/[\w-]+\.woff2)\)/)![1]!
      return { name: plainName(file), bytes: await readFile(path.join(folder, file)), css }
    }),
  )
}

/** "files/source-serif-4-latin-wght-normal.woff2" becomes "source-serif-4-latin.woff2". */
function plainName(file: string) {
  return path.basename(file).replace('-wght-normal', '').replace('-wght-italic', '-italic')
}

interface StandIn {
  family: string
  /** Names under which systems keep the face. */
  locals: readonly string[]
  bold: boolean
  /** Our face's average advance divided by theirs, over running English text. */
  scale: number
}

/** @NOTE Without these the page is set in narrower or wider letters first, and every line breaks anew when ours arrive. */
const STAND_INS: readonly StandIn[] = [
  { family: 'Serif by Georgia', locals: ['Georgia', 'Gelasio'], bold: false, scale: 1.083 },
  { family: 'Serif by Georgia', locals: ['Georgia Bold', 'Georgia-Bold', 'Gelasio Bold'], bold: true, scale: 0.987 },
  { family: 'Serif by Times', locals: ['Liberation Serif', 'Times New Roman', 'Tinos'], bold: false, scale: 1.188 },
  {
    family: 'Serif by Times',
    locals: ['Liberation Serif Bold', 'Times New Roman Bold', 'Tinos Bold'],
    bold: true,
    scale: 1.139,
  },
  { family: 'Serif by Noto', locals: ['Noto Serif'], bold: false, scale: 0.996 },
  { family: 'Sans by Arial', locals: ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica'], bold: false, scale: 0.94 },
  {
    family: 'Sans by Arial',
    locals: ['Arial Bold', 'Liberation Sans Bold', 'Arimo Bold', 'Helvetica Bold'],
    bold: true,
    scale: 0.9,
  },
  { family: 'Sans by Roboto', locals: ['Roboto'], bold: false, scale: 0.963 },
]

/** Heights above and below the line of our two faces, in parts of the em, as their hhea tables say. */
const HEIGHTS = { Serif: { above: 1.036, below: 0.335 }, Sans: { above: 1.024, below: 0.4 } }

function standIn({ family, locals, bold, scale }: StandIn): string {
  const { above, below } = HEIGHTS[family.startsWith('Serif') ? 'Serif' : 'Sans']
  return `@font-face {
  font-family: '${family}';
  font-weight: ${bold ? '560 900' : '200 559'};
  src: ${locals.map((name) => `local('${name}')`).join(', ')};
  size-adjust: ${percent(scale)};
  ascent-override: ${percent(above / scale)};
  descent-override: ${percent(below / scale)};
  line-gap-override: 0%;
  unicode-range: U+0-58F, U+1E00-2BFF;
}`
}

function percent(part: number) {
  return `${(part * 100).toFixed(1)}%`
}
