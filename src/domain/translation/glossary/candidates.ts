import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { type Candidate, candidatesIn } from '../../../text/names/candidates.ts'
import { type Proposal, proposalsFor } from '../../../text/names/transliteration/proposals.ts'
import { dismissedIn } from './dismissals.ts'
import { glossaryFor } from './entries.ts'
import type { EntryKind } from './entry.ts'

/** Names that a text seems to have and nobody has settled so far. */
export async function candidatesFor(db: Reading, text: string, language: Language): Promise<Candidate[]> {
  const [known, dismissed] = [await glossaryFor(db, [language]), await dismissedIn(db, language)]
  return candidatesIn(text, language, known, (key) => dismissed.has(key))
}

/** How a name may be written in other languages, the likeliest first. */
export function proposalsOf(
  name: { form: string; language: Language; kind: EntryKind },
  languages: readonly Language[],
): { language: Language; proposals: Proposal[] }[] {
  return languages.map((language) => ({ language, proposals: proposalsFor(name, language) }))
}
