import type { Language } from '../../../kit/language.ts'
import { mentionsIn as mentionsOfNames } from '../../../text/names/mentions.ts'
import type { Mention as NameMention } from '../../../text/names/name.ts'
import type { EntryId, GlossaryEntry } from './entry.ts'

/** Where a text names an entry; `form` are the words that stand there. */
export type Mention = NameMention<EntryId>

/**
 * Where a text in a language names entries, in any of their forms in that language; none of the mentions overlap. Surnames that several
 * may bear count where the text tells whose they are. One that is derived ("ташкентский") shows that the name was kept, and asks nothing of another language. Whoever asks often hands the same list over each time.
 */
export function mentionsIn(
  text: string,
  language: Language,
  entries: readonly Pick<GlossaryEntry, 'id' | 'kind' | 'forms'>[],
): Mention[] {
  return mentionsOfNames<EntryId>(text, language, entries)
}

/** The same without what is only a hint of a name: of these another language can be asked. */
export function namesIn(
  text: string,
  language: Language,
  entries: readonly Pick<GlossaryEntry, 'id' | 'kind' | 'forms'>[],
): Mention[] {
  return mentionsIn(text, language, entries).filter(({ isDerived }) => !isDerived)
}
