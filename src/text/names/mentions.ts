import type { Mention, Named } from './name.ts'
import { type Recogniser, recogniserOf } from './recogniser.ts'

/** By the list itself: whoever asks again with the same one finds it made ready. */
const kept = new WeakMap<object, Map<string, Recogniser>>()

/** Where a text names the entries of a list, in the forms of the text's language, in their order; none of them overlap. */
export function mentionsIn<Id extends number>(
  text: string,
  language: string,
  entries: readonly Named<Id>[],
): Mention<Id>[] {
  const byLanguage = kept.get(entries) ?? new Map<string, Recogniser>()
  kept.set(entries, byLanguage)
  const recogniser = byLanguage.get(language) ?? (recogniserOf(entries, language) as unknown as Recogniser)
  byLanguage.set(language, recogniser)
  return recogniser(text) as Mention<Id>[]
}
