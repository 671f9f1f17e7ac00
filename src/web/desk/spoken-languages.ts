import { nameOf } from '../../kit/language.ts'
import type { Frame } from '../html/frame.ts'

/** The languages in which comments may be, those of the publication among them, by their names in the reader's own. */
export function spokenLanguages({ publication, language: own }: Frame): { language: string; name: string }[] {
  const all = new Set([...publication.languages.map(({ language }) => language), ...OFFERED])
  const named = [...all].map((language) => ({ language, name: nameOf(language, own) }))
  return named.toSorted((a, b) => a.name.localeCompare(b.name, own))
}

/** Those whose inflected forms are found, and some that are often met beside them. */
const OFFERED = 'ar de en es fr it nl pt ru sv ja ko pl tr uk zh'.split(' ')
