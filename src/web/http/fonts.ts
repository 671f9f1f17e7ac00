import { readFile } from 'node:fs/promises'
import path from 'node:path'

/** One file of a family: a script's letters, upright or italic, in all weights, with the rule that loads it. */
export interface FontFile {
  name: string
  bytes: Uint8Array
  css: string
}

const FOLDER = 'src/web/fonts'

/** The files of both families; `npm run fonts` makes them, and the sheet that names them. */
export async function fontFiles(root: string): Promise<FontFile[]> {
  const folder = path.join(root, FOLDER)
  const rules = (await readFile(path.join(folder, 'faces.css'), 'utf8')).match(/@font-face \{[^}]*\}/g) ?? []
  return Promise.all(
    rules.map(async (css) => {
      const name = /url\(\.\/([\w-]+\.woff2)\)/.exec(css)![1]!
      return { name, bytes: await readFile(path.join(folder, name)), css }
    }),
  )
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

/** How we are set: the average advance over running English text and the heights above and below the line, in parts of the em. A test measures them in our files. */
export const OUR_MEASURES: Readonly<Record<'Serif' | 'Sans', Measures>> = {
  Serif: { regular: 0.479, bold: 0.489, italic: 0.441, above: 1.036, below: 0.335 },
  Sans: { regular: 0.418, bold: 0.431, above: 1.024, below: 0.4 },
}

interface Measures {
  regular: number
  bold: number
  italic?: number
  above: number
  below: number
}

interface StandIn {
  family: string
  style: 'regular' | 'bold' | 'italic'
  /** Names under which systems keep the face. */
  locals: readonly string[]
  /** Its average advance over the same text. Source: Capsize's font metrics 4.3.0. */
  advance: number
}

/** @NOTE Without these the page is set in narrower or wider letters first, and every line breaks anew when ours arrive. */
const STAND_INS: readonly StandIn[] = [
  { family: 'Serif by Georgia', style: 'regular', locals: ['Georgia', 'Gelasio'], advance: 0.4458 },
  {
    family: 'Serif by Georgia',
    style: 'bold',
    locals: ['Georgia Bold', 'Georgia-Bold', 'Gelasio Bold'],
    advance: 0.5186,
  },
  {
    family: 'Serif by Georgia',
    style: 'italic',
    locals: ['Georgia Italic', 'Georgia-Italic', 'Gelasio Italic'],
    advance: 0.4546,
  },
  {
    family: 'Serif by Times',
    style: 'regular',
    locals: ['Liberation Serif', 'Times New Roman', 'Tinos'],
    advance: 0.4063,
  },
  {
    family: 'Serif by Times',
    style: 'bold',
    locals: ['Liberation Serif Bold', 'Times New Roman Bold', 'Tinos Bold'],
    advance: 0.4326,
  },
  {
    family: 'Serif by Times',
    style: 'italic',
    locals: ['Liberation Serif Italic', 'Times New Roman Italic', 'Tinos Italic'],
    advance: 0.4082,
  },
  { family: 'Serif by Noto', style: 'regular', locals: ['Noto Serif'], advance: 0.481 },
  { family: 'Serif by Noto', style: 'italic', locals: ['Noto Serif Italic'], advance: 0.469 },
  {
    family: 'Sans by Arial',
    style: 'regular',
    locals: ['Arial', 'Liberation Sans', 'Arimo', 'Helvetica'],
    advance: 0.4458,
  },
  {
    family: 'Sans by Arial',
    style: 'bold',
    locals: ['Arial Bold', 'Liberation Sans Bold', 'Arimo Bold', 'Helvetica Bold'],
    advance: 0.48,
  },
  { family: 'Sans by Roboto', style: 'regular', locals: ['Roboto'], advance: 0.4448 },
]

function standIn({ family, style, locals, advance }: StandIn): string {
  const ours = OUR_MEASURES[family.startsWith('Serif') ? 'Serif' : 'Sans']
  const scale = ours[style]! / advance
  return `@font-face {
  font-family: '${family}';
  font-style: ${style === 'italic' ? 'italic' : 'normal'};
  font-weight: ${style === 'bold' ? '560 900' : style === 'italic' ? '200 900' : '200 559'};
  src: ${locals.map((name) => `local('${name}')`).join(', ')};
  size-adjust: ${percent(scale)};
  ascent-override: ${percent(ours.above / scale)};
  descent-override: ${percent(ours.below / scale)};
  line-gap-override: 0%;
  unicode-range: U+0-58F, U+1E00-2BFF;
}`
}

function percent(part: number) {
  return `${(part * 100).toFixed(1)}%`
}
