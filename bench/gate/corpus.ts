import { readFileSync } from 'node:fs'
import { sharedFile } from '../../test/support/shared.ts'

/** NTREX-128 (newstest2019): news segments with professional translations. */
const FOLDER = 'corpora/ntrex'
const NAMES = {
  en: 'src.eng',
  ru: 'ref.rus',
  uk: 'ref.ukr',
  de: 'ref.deu',
  es: 'ref.spa',
  fr: 'ref.fra',
  ar: 'ref.arb',
  zh: 'ref.zho-CN',
} as const

export type Told = keyof typeof NAMES
export type Target = Exclude<Told, 'en'>
export const TARGETS = Object.keys(NAMES).filter((name) => name !== 'en') as Target[]

export function fileOf(language: Told): string {
  return `${FOLDER}/newstest2019-${NAMES[language]}.txt`
}

export const FILES = (Object.keys(NAMES) as Told[]).map(fileOf)

/** The segments of a language, each a line; their number is the line's. */
export function segmentsIn(language: Told): string[] {
  return readFileSync(sharedFile(fileOf(language))!, 'utf8')
    .trimEnd()
    .split('\n')
}
