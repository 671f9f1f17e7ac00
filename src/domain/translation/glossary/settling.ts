import type { Language } from '../../../kit/language.ts'
import type { Writing } from '../../../store/index.ts'
import type { Nominative } from '../../../text/names/declension/nominative.ts'
import type { Member } from '../../people/index.ts'
import { dismiss } from './dismissals.ts'
import { entriesWritten } from './entries.ts'
import type { EntryKind, FormDraft } from './entry.ts'
import { addEntry } from './glossary.ts'
import { proposalsOf } from './proposals.ts'

interface Doing {
  /** In which they are written. */
  language: Language
  by: Member
  at: number
}

/** Settles several names at once, each in the likeliest form that is proposed for every other language; what the glossary knows already stays as it is, and a name of which nobody can tell the first case stays a proposal. */
export async function settleAll(
  tx: Writing,
  {
    names,
    language,
    others,
    by,
    at,
  }: Doing & { names: readonly { nominative: Nominative; kind: EntryKind }[]; others: readonly Language[] },
): Promise<void> {
  for (const { nominative, kind } of names) {
    const { form, isDecided: isLocked } = nominative
    const own: FormDraft = { language, form, isLocked }
    if (await isKnown(tx, kind, own)) continue
    const forms = [own]
    for (const { language: other, proposals } of proposalsOf({ form, language, kind }, others)) {
      const free = await firstFree(tx, kind, other, proposals)
      if (free) forms.push({ ...free, isLocked })
    }
    await addEntry(tx, { kind, note: '', forms, by, at })
  }
}

/** The likeliest of what is proposed that is no other name's. */
async function firstFree(
  tx: Writing,
  kind: EntryKind,
  language: Language,
  proposals: readonly { form: string; scheme: string }[],
): Promise<Omit<FormDraft, 'isLocked'> | undefined> {
  for (const { form, scheme } of proposals) {
    const draft = { language, form, scheme }
    if (!(await isKnown(tx, kind, draft))) return draft
  }
  return
}

/** Remembers of several words at once that none is a name. */
export async function dismissAll(
  tx: Writing,
  { forms, language, by, at }: Doing & { forms: readonly string[] },
): Promise<void> {
  for (const form of new Set(forms)) await dismiss(tx, { language, form, by, at })
}

async function isKnown(
  tx: Writing,
  kind: EntryKind,
  { language, form }: Pick<FormDraft, 'language' | 'form'>,
): Promise<boolean> {
  return (await entriesWritten(tx, { kind, language, form })).length > 0
}
