import assert from 'node:assert/strict'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { test } from 'node:test'
import { spoken } from '../../src/kit/sentences.ts'
import { fontFiles } from '../../src/web/http/fonts.ts'
import { root } from '../run/command.ts'
import { charactersIn } from '../support/unicode-range.ts'

const PACKAGES = path.join(root, 'node_modules/@fontsource-variable')

test('together they hold every character that the packages hold, each in one file of its face', async () => {
  const served = (await fontFiles(root)).map(({ css }) => css)
  for (const [family, named] of [
    ['source-serif-4', 'Source Serif 4 Variable'],
    ['source-sans-3', 'Source Sans 3 Variable'],
  ] as const)
    for (const [sheet, style] of [
      ['wght.css', 'normal'],
      ['wght-italic.css', 'italic'],
    ] as const) {
      const packaged = (await readFile(path.join(PACKAGES, family, sheet), 'utf8')).split('@font-face').slice(1)
      const ours = served.filter((css) => css.includes(named) && css.includes(`font-style: ${style}`))
      assert.deepEqual(characters(ours), characters(packaged), `${family} ${style}`)
    }
})

test('what the interface says takes no more files than one of each script, in each of its languages', async () => {
  for (const style of ['', '-italic'])
    for (const family of ['source-serif-4', 'source-sans-3']) {
      const held = (await fontFiles(root))
        .filter(({ name }) => ['latin', 'cyrillic'].some((script) => name === `${family}-${script}${style}.woff2`))
        .flatMap(({ css }) => [...charactersIn(/unicode-range: ([^;]+)/.exec(css)![1]!)])
      for (const language of spoken) {
        const words = await readFile(path.join(root, `words/${language}.json`), 'utf8')
        const letters = new Set(words.match(/[\p{Script=Latin}\p{Script=Cyrillic}]/gu))
        const missing = [...letters].filter((letter) => !held.includes(letter.codePointAt(0)!))
        assert.deepEqual(missing, [], `${language} in ${family}${style}`)
      }
    }
})

test('every weight that the styles ask for is in the files', async () => {
  const [, least, most] = /font-weight: (\d+) (\d+)/.exec((await fontFiles(root))[0]!.css)!.map(Number)
  for (const sheet of await readdir(path.join(root, 'src/web/styles')))
    for (const [, weight] of (await readFile(path.join(root, 'src/web/styles', sheet), 'utf8')).matchAll(
      /font(?:-weight)?:(?: [^;]*?)? (\d{3})\b/g,
    ))
      assert.ok(Number(weight) >= least! && Number(weight) <= most!, `${weight} in ${sheet}`)
})

function characters(rules: readonly string[]) {
  return rules.flatMap((css) => [...charactersIn(/unicode-range: ([^;]+)/.exec(css)![1]!)]).sort((a, b) => a - b)
}
