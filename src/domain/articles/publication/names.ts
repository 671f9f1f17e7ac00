import { stableJson } from '../../../kit/json.ts'
import type { Language } from '../../../kit/language.ts'

/** What something is called, by language. */
export type Names = Readonly<Record<Language, string>>

export interface NameRow {
  language: Language
  name: string
}

export function nameRows(names: Names): NameRow[] {
  return Object.entries(names).map(([language, name]) => ({ language: language as Language, name }))
}

export function sameNames(rows: readonly NameRow[], names: Names): boolean {
  return stableJson(Object.fromEntries(rows.map(({ language, name }) => [language, name]))) === stableJson(names)
}

/** The words in the wanted language, else in the second choice, else the first there are. */
export function inLanguage<W extends { language: string }>(
  words: readonly W[],
  wanted: string,
  second?: string,
): W | undefined {
  return words.find((w) => w.language === wanted) ?? words.find((w) => w.language === second) ?? words[0]
}
