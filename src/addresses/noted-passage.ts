import type { Language } from '../kit/language.ts'
import { passageAt } from './quoted-passage.ts'

/** What an article notes of a passage, by the number of the note. */
export interface NotedPassage {
  language: Language
  slug: string
  number: number
}

const NOTE = /^#[sm]-(\d{1,6})(?:-\d{1,6})?$/

/** The note to which an address of this site leads, or the mark from which one does; undefined for every other. */
export function notedAt(address: string, origin: string): NotedPassage | undefined {
  const url = URL.parse(address.trim(), origin)
  const number = Number(NOTE.exec(url?.hash ?? '')?.[1] ?? 0)
  const of = url?.origin === origin ? passageAt(url.pathname) : undefined
  if (!of || !('slug' in of) || number === 0) return
  const slug = decoded(of.slug)
  return slug === undefined ? undefined : { language: of.language, slug, number }
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text)
  } catch {
    return undefined
  }
}
