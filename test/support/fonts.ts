import { readFile } from 'node:fs/promises'
import path from 'node:path'
import subsetFont from 'subset-font'
import { charactersIn, rangesOf } from './unicode-range.ts'

interface Made {
  name: string
  bytes: Buffer
}

/** How a package names a face, and the letters of it that are to be in one file. */
interface Face {
  css: string
  subset: string
  letters: ReadonlySet<number>
}

const FAMILIES = ['source-serif-4', 'source-sans-3']
const SHEETS = ['wght.css', 'wght-italic.css']

/** What the styles ask for; the lighter and heavier ones would be a third of each file. */
const WEIGHTS = { min: 400, max: 700, default: 400 }

/** What the styles and the browsers use by themselves. */
const FEATURES = ['ccmp', 'locl', 'rlig', 'liga', 'clig', 'calt', 'kern', 'mark', 'mkmk', 'tnum']

/** What few pages need of the two files that most do: loose marks, and the letters that Serbian, Macedonian and Kazakh have beside the Russian, Ukrainian, Belarusian and Bulgarian ones. */
const SELDOM: Readonly<Record<string, string>> = {
  latin: 'U+304, U+308, U+329',
  cyrillic: 'U+400, U+402-403, U+405, U+408-40D, U+40F, U+450, U+452-453, U+455, U+458-45D, U+45F, U+4B0-4B1',
}

/** The files of both families, smaller than their packages have them, and the sheet that names them. */
export async function fontFilesFrom(packages: string): Promise<Made[]> {
  const files: Made[] = []
  const rules: string[] = []
  for (const family of FAMILIES) {
    const folder = path.join(packages, family)
    files.push({ name: `${family}.LICENSE`, bytes: await readFile(path.join(folder, 'LICENSE')) })
    for (const sheet of SHEETS)
      for (const face of facesIn(await readFile(path.join(folder, sheet), 'utf8'))) {
        const made = await smaller(face, folder)
        files.push(made)
        rules.push(ruleFor(face, made.name))
      }
  }
  return [...files, { name: 'faces.css', bytes: Buffer.from(`${rules.join('\n\n')}\n`) }]
}

function facesIn(sheet: string): Face[] {
  return (sheet.match(/@font-face \{[^}]*\}/g) ?? []).flatMap((css) => {
    const subset = /files\/source-(?:serif-4|sans-3)-([\w-]+)-wght/.exec(css)![1]!
    const all = charactersIn(/unicode-range: ([^;]+)/.exec(css)![1]!)
    if (!SELDOM[subset]) return [{ css, subset, letters: all }]
    const seldom = charactersIn(SELDOM[subset])
    return [
      { css, subset, letters: all.difference(seldom) },
      { css, subset: `${subset}-seldom`, letters: seldom },
    ]
  })
}

async function smaller({ css, subset, letters }: Face, folder: string): Promise<Made> {
  const file = fileIn(css)
  const [, family, style] = /^files\/(source-\w+-\d)-[\w-]+-wght-(normal|italic)/.exec(file)!
  const text = String.fromCodePoint(...letters)
  const options = { targetFormat: 'woff2', variationAxes: { wght: WEIGHTS }, keepFeatures: FEATURES } as const
  const bytes = await subsetFont(await readFile(path.join(folder, file)), text, options)
  return { name: `${family}-${subset}${style === 'italic' ? '-italic' : ''}.woff2`, bytes }
}

function ruleFor({ css, letters }: Face, name: string) {
  return css
    .replace(fileIn(css), name)
    .replace('200 900', `${WEIGHTS.min} ${WEIGHTS.max}`)
    .replace(/unicode-range: [^;]+/, `unicode-range: ${rangesOf(letters)}`)
    .replaceAll("'", '"')
}

function fileIn(css: string) {
  return /url\(\.\/(files\/[\w-]+\.woff2)\)/.exec(css)![1]!
}
