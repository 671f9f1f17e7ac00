import type { Language } from '../../../kit/language.ts'
import type { Named } from '../../../text/names/name.ts'
import type { EntryId, GlossaryForm } from '../glossary/entry.ts'

/** What the glossary says of two languages. */
export interface KnownNames {
  from: Language
  to: Language
  /** The number of its last change, and of the last words that were said to be no name. */
  version: number
  dismissals: number
  /** Every name with a form in one of them. */
  entries: readonly KnownName[]
  /** By which words of the first are known that are no names. */
  dismissed: readonly string[]
}

export interface KnownName extends Named<EntryId> {
  forms: readonly Pick<GlossaryForm, 'language' | 'form' | 'inflected' | 'isLocked'>[]
}

/** How both languages write each of them that both can write. */
export function formsBetween({ from, to, entries }: KnownNames): [from: string, to: string][] {
  return entries.flatMap((entry): [string, string][] => {
    const [one, other] = [formOf(entry, from), formOf(entry, to)]
    return one && other ? [[one.form, other.form]] : []
  })
}

export function formOf({ forms }: KnownName, language: Language) {
  return forms.find((form) => form.language === language)
}
