// `npm run languages`: makes what tells languages from the package's, for our languages alone.
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import { gzipSync } from 'node:zlib'
import { root } from './command.ts'

/** Those of the interface, then those in which words are stemmed, too. */
const LANGUAGES = ['en', 'ru', 'de', 'ar', 'uk', 'es', 'fr', 'zh', 'it', 'nl', 'pt', 'sv']

interface NGrams {
  type: string
  languages: Record<string, string>
  ngrams: Record<string, Record<string, number>>
}

/** @NOTE numbered from 0, they take a tenth of the memory. */
const module = new URL('../ngrams/medium.js', import.meta.resolve('eld'))
const { ngramsData } = (await import(module.href)) as { ngramsData: NGrams }
const numbers = new Map(Object.entries(ngramsData.languages).map(([n, code]) => [n, LANGUAGES.indexOf(code)]))
const ngrams: NGrams['ngrams'] = {}
for (const [ngram, scores] of Object.entries(ngramsData.ngrams)) {
  const kept = Object.entries(scores).filter(([n]) => numbers.get(n)! >= 0)
  if (kept.length > 0) ngrams[ngram] = Object.fromEntries(kept.map(([n, score]) => [numbers.get(n)!, score]))
}
const languages = Object.fromEntries(LANGUAGES.map((code, n) => [n, code]))
const data = gzipSync(JSON.stringify({ type: `${ngramsData.type}-12`, languages, ngrams }), { level: 9 })
await writeFile(path.join(root, 'src/text/language-ngrams.json.gz'), data)
process.stdout.write(`${Object.keys(ngrams).length} n-grams, ${data.length} bytes\n`)
