import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { withoutMarkSigns } from '../../../text/mark-signs.ts'
import { type Candidate, candidatesIn, candidatesToTheEnd } from '../../../text/names/candidates.ts'
import { isInLettersOf, type Proposal, proposalsFor } from '../../../text/names/transliteration/proposals.ts'
import { plainWords } from '../../../text/plain-words.ts'
import { dismissedIn } from './dismissals.ts'
import { glossaryFor } from './entries.ts'
import type { EntryKind, GlossaryEntry } from './entry.ts'

/** Names that paragraphs of Markdown seem to have and nobody has settled so far; to the end, with those that would seem so once these are settled. */
export async function candidatesFor(
  db: Reading,
  paragraphs: readonly string[],
  language: Language,
  isToTheEnd = false,
): Promise<Candidate[]> {
  const [known, dismissed] = [await glossaryFor(db, [language]), await dismissedIn(db, language)]
  const texts = paragraphs.map((one) => plainWords(withoutMarkSigns(one).words))
  return (isToTheEnd ? candidatesToTheEnd : candidatesIn)(texts, language, known, (key) => dismissed.has(key))
}

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
