import type { Language } from '../../../kit/language.ts'
import type { Writing } from '../../../store/index.ts'
import type { Member } from '../../people/index.ts'
import { proposalsOf } from './candidates.ts'
import { dismiss } from './dismissals.ts'
import { entriesWritten } from './entries.ts'
import type { EntryKind, FormDraft } from './entry.ts'
import { addEntry } from './glossary.ts'

interface Several {
  /** As the language of the text writes them. */
  names: readonly { form: string; kind: EntryKind }[]
  language: Language
  by: Member
  at: number
}

/** Settles several names at once, each in the form that is proposed first in every other language; what the glossary knows already stays as it is. */
export async function settleAll(
  tx: Writing,
  { names, language, others, by, at }: Several & { others: readonly Language[] },
): Promise<void> {
  for (const { form, kind } of names) {
    const own: FormDraft = { language, form, isLocked: true }
    if (await isKnown(tx, kind, own)) continue
    const proposed = proposalsOf({ form, language, kind }, others).flatMap(({ language, proposals: [first] }) =>
      first ? [{ language, form: first.form, scheme: first.scheme, isLocked: true }] : [],
    )
    const forms = [own]
    for (const one of proposed) if (!(await isKnown(tx, kind, one))) forms.push(one)
    await addEntry(tx, { kind, note: '', forms, by, at })
  }
}

/** Remembers of several words at once that none is a name. */
export async function dismissAll(tx: Writing, { names, language, by, at }: Several): Promise<void> {
  for (const { form } of names) await dismiss(tx, { language, form, by, at })
}

async function isKnown(tx: Writing, kind: EntryKind, { language, form }: FormDraft): Promise<boolean> {
  return (await entriesWritten(tx, { kind, language, form })).length > 0
}
