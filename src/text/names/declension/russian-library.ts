import { createRequire } from 'node:module'
import type lvovich from 'lvovich'
import { lazy } from '../../../kit/lazy.ts'
import type { Gender } from './gender.ts'
import type { NamePart } from './russian.ts'

const require = createRequire(import.meta.url)
/** Cases of Russian names of persons and towns by `lvovich`, read when the first such name is looked for. */
const library = lazy((): typeof lvovich => require('lvovich'))

const CASES = ['genitive', 'dative', 'accusative', 'instrumental', 'prepositional'] as const

/** How a word of a person's name goes through the cases. */
export function personCases(word: string, part: NamePart, gender: Gender): string[] {
  const { inclineFirstname, inclineLastname, inclineMiddlename } = library()
  const incline = part === 'first' ? inclineFirstname : part === 'last' ? inclineLastname : inclineMiddlename
  const genders = gender === 'unknown' ? (['male', 'female'] as const) : [gender]
  return genders.flatMap((one) => CASES.map((named) => incline(word, named, one)))
}

/** How a place's name does, whole. */
export function placeCases(name: string): string[] {
  const { cityFrom, cityIn, cityTo } = library()
  return [cityFrom(name), cityIn(name), cityTo(name)]
}
