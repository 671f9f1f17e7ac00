import type { Language } from '../../../kit/language.ts'
import { isInLettersOf, type Proposal, proposalsFor } from '../../../text/names/transliteration/proposals.ts'
import type { EntryKind, GlossaryEntry } from './entry.ts'

/** How a name may be written in other languages, the likeliest first. */
export function proposalsOf(
  name: { form: string; language: Language; kind: EntryKind },
  languages: readonly Language[],
): { language: Language; proposals: Proposal[] }[] {
  return languages.map((language) => ({ language, proposals: proposalsFor(name, language) }))
}

const MOST_PROPOSED = 5

/** How an entry may be written in a language that it has no form in, by what is said of all its forms: what is spelled by a scheme first, then what has the letters of the language. */
export function proposalsBeside(
  { kind, forms }: Pick<GlossaryEntry, 'kind' | 'forms'>,
  language: Language,
): Proposal[] {
  const settledFirst = forms.toSorted((a, b) => Number(b.isLocked) - Number(a.isLocked))
  const all = settledFirst.flatMap(({ form, language: from }) => proposalsFor({ form, language: from, kind }, language))
  const once = all.filter(({ form }, at) => all.findIndex((one) => one.form === form) === at)
  const rank = ({ form, scheme }: Proposal) => (isInLettersOf(language, form) ? 0 : 2) + (scheme === 'as-it-is' ? 1 : 0)
  return once.toSorted((a, b) => rank(a) - rank(b)).slice(0, MOST_PROPOSED)
}
