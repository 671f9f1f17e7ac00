import type { Language } from '../../../kit/language.ts'
import type { Store } from '../../../store/index.ts'
import { glossaryVersion } from '../glossary/changes.ts'
import { glossaryFor } from '../glossary/entries.ts'
import type { GlossaryEntry } from '../glossary/entry.ts'
import { namesIn } from '../glossary/mentions.ts'

/** The names that have a form in both of two languages; the same list as long as the glossary is. */
export type NamesBetween = (from: Language, to: Language) => Promise<readonly GlossaryEntry[]>

/** A name of the glossary that an original mentions, and how the other language writes it. */
export interface NamedBetween {
  original: string
  form: string
  isLocked: boolean
}

/** Keeps what is read of the glossary until it changes. */
export function createNamesBetween(store: Store): NamesBetween {
  let kept: { version: number; lists: Map<string, readonly GlossaryEntry[]> } = { version: -1, lists: new Map() }
  return async (from, to) => {
    const version = await glossaryVersion(store)
    if (version !== kept.version) kept = { version, lists: new Map() }
    const { lists } = kept
    const key = `${from} ${to}`
    const list = lists.get(key) ?? (await readBetween(store, from, to))
    lists.set(key, list)
    return list
  }
}

async function readBetween(store: Store, from: Language, to: Language): Promise<readonly GlossaryEntry[]> {
  const entries = await glossaryFor(store, [from, to])
  const isIn = ({ forms }: GlossaryEntry, language: Language) => forms.some((form) => form.language === language)
  return entries.filter((entry) => isIn(entry, from) && isIn(entry, to))
}

/** The names of the glossary that a text mentions, each once, with their form in another language. */
export function namesFrom(
  text: string,
  { from, to }: { from: Language; to: Language },
  entries: readonly GlossaryEntry[],
): NamedBetween[] {
  const mentions = entries.length === 0 ? [] : namesIn(text, from, entries)
  const firsts = new Map(mentions.toReversed().map((mention) => [mention.entryId, mention]))
  return [...firsts.values()]
    .toSorted((a, b) => a.start - b.start)
    .flatMap(({ entryId, form: original }) => {
      const form = entries.find(({ id }) => id === entryId)?.forms.find(({ language }) => language === to)
      return form ? [{ original, form: form.form, isLocked: form.isLocked }] : []
    })
}
