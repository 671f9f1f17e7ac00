import { Refusal } from '../../../kit/refusal.ts'
import { indentedEn } from './indented-en.ts'
import type { Profile } from './profile.ts'

const PROFILES = [indentedEn]

/** The profile for pages of the indented format in a language; its regional forms share one. */
export function profileFor(language: string): Profile {
  const name = `indented-${language.split('-')[0]?.toLowerCase()}`
  const found = PROFILES.find((profile) => profile.name === name)
  if (found) return found
  const known = PROFILES.map((profile) => profile.name).join(', ')
  throw new Refusal(`There is no profile for captured pages in the language "${language}"; there is: ${known}.`)
}
