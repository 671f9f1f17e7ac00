import type { Language } from '../../../kit/language.ts'
import { mayName } from '../../../text/names/may-name.ts'
import { mentionsIn } from '../../../text/names/mentions.ts'
import type { Named } from '../../../text/names/name.ts'
import { soughtOf } from './entries.ts'
import type { EntryId, EntryKind, GlossaryForm } from './entry.ts'

/** How an entry was written before a change. */
export interface FormBefore {
  entryId: EntryId
  language: Language | null
  before: string | null
}

/** How an entry was written before, where that is not how it is written now. */
export interface FormerForm {
  entryId: EntryId
  language: Language
  form: string
}

/** What a text has of former forms, and the form that each has now. */
export interface FormerFormFound {
  entryId: EntryId
  old: string
  now: string
}

interface EntryInForce {
  id: EntryId
  kind: EntryKind
  forms: readonly Pick<GlossaryForm, 'language' | 'form' | 'inflected'>[]
}

/** Which of these changes left a form that an entry has no more. */
export function formerAmong(changes: readonly FormBefore[], entries: readonly EntryInForce[]): FormerForm[] {
  const standing = new Map(entries.map((entry) => [entry.id, entry]))
  const former = changes.flatMap(({ entryId, language, before }) => {
    const entry = standing.get(entryId)
    if (!entry || language === null || before === null) return []
    const now = entry.forms.find((one) => one.language === language)
    const isPresent = now && [now.form, ...now.inflected].some((form) => soughtOf(form) === soughtOf(before))
    return isPresent ? [] : [{ entryId, language, form: before }]
  })
  return [...new Map(former.map((one) => [`${one.entryId} ${one.language} ${one.form}`, one])).values()]
}

/** Which words of a text are a form that an entry had before, each once. */
export function formerFormsIn(
  text: string,
  language: Language,
  entries: readonly EntryInForce[],
  changes: readonly FormBefore[],
): FormerFormFound[] {
  const standing = new Map(entries.map((entry) => [entry.id, entry]))
  const former = formerAmong(changes, entries).filter((one) => one.language === language && mayName(text, one.form))
  const named = former.map(
    ({ entryId, form }): Named<EntryId> => ({
      id: entryId,
      kind: standing.get(entryId)!.kind,
      forms: [{ language, form, inflected: [] }],
    }),
  )
  const found = named.length === 0 ? [] : mentionsIn<EntryId>(text, language, named)
  const all = found.flatMap(({ entryId, form: old, isDerived }): FormerFormFound[] => {
    const now = standing.get(entryId)!.forms.find((one) => one.language === language)?.form ?? ''
    return isDerived ? [] : [{ entryId, old, now }]
  })
  return [...new Map(all.map((one) => [`${one.entryId} ${one.old}`, one])).values()]
}

/** How often words have an entry in its present form, and in which forms of before. */
export interface CarriedForms {
  count: number
  old: readonly string[]
}

/** The same of each of several texts. */
export function carriedIn(
  texts: readonly { language: Language; text: string }[],
  { kind, forms }: Pick<EntryInForce, 'kind' | 'forms'>,
  former: readonly FormerForm[],
): CarriedForms[] {
  return texts.map(({ language, text }) => {
    const old = former.filter((one) => one.language === language)
    const stale = old.length === 0 ? [] : namedIn(text, language, kind, old)
    return { count: namedIn(text, language, kind, forms).length, old: [...new Set(stale.map(({ form }) => form))] }
  })
}

type Form = Pick<GlossaryForm, 'language' | 'form'> & Partial<Pick<GlossaryForm, 'inflected'>>

function namedIn(text: string, language: Language, kind: EntryKind, forms: readonly Form[]) {
  const own = forms.filter((one) => one.language === language)
  const named: Named = { id: 1, kind, forms: own.map((one) => ({ inflected: [], ...one })) }
  return own.some(({ form, inflected = [] }) => [form, ...inflected].some((one) => mayName(text, one)))
    ? mentionsIn(text, language, [named]).filter(({ isDerived }) => !isDerived)
    : []
}
