import { isInkless } from '../../kit/characters.ts'
import { type Language, languageFrom } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import { folded } from '../../text/fold.ts'
import { inLanguage, type NameRow } from '../articles/index.ts'
import { soughtIn } from '../media/index.ts'

/** How a name is written in a language. One that is locked was chosen at the desk, and no import or translation writes another. */
export interface NameForm extends NameRow {
  locked: 0 | 1
}

export interface NameFormRow extends NameForm {
  /** In what somebody looks for it. */
  sought: string
}

export function formRow({ language, name, locked }: NameForm): NameFormRow {
  const kept = folded(name)
  return { language, name: kept, locked, sought: soughtIn(kept) }
}

/** The form for readers of a language, or else in the publication's. */
export function formIn(forms: readonly NameForm[], language: Language, second?: Language): string {
  return inLanguage(forms, language, second)?.name ?? ''
}

const LONGEST_NAME = 200

/** Forms as they are kept, empty ones left out; throws Trouble where none is left, one is too long, or two are of one language. */
export function checkedForms(forms: readonly NameForm[]): NameForm[] {
  const kept = forms.map((form) => ({ ...form, name: folded(form.name) })).filter(({ name }) => !isInkless(name))
  if (kept.length === 0) throw new Trouble('invalid', 'names.missing')
  for (const { name, language } of kept) {
    if (name.length > LONGEST_NAME) throw new Trouble('invalid', 'names.too-long', { limit: LONGEST_NAME })
    if (languageFrom(language) !== language)
      throw new Trouble('invalid', 'publication.language-unknown', { tag: language })
  }
  if (new Set(kept.map(({ language }) => language)).size < kept.length) throw new Trouble('invalid', 'names.twice')
  return kept.toSorted((a, b) => (a.language < b.language ? -1 : 1))
}
