import type { Id } from '../../../kit/ids.ts'
import { stableJson } from '../../../kit/json.ts'
import type { Writing } from '../../../store/index.ts'
import { type Names, nameRows, type Outcome, publicationChanged } from '../../articles/index.ts'
import type { MergedKind } from '../merging/merge.ts'
import type { NameForm } from '../name-form.ts'
import type { CitedDraft, Kept, Sort } from './cited.ts'
import { citedById, keyed } from './cited-kept.ts'
import { saidOf } from './keep-cited.ts'
import { writeForms } from './name-forms.ts'

/** What a file says of one that is known as this, or of a new one, under these forms. */
export type Filed<Kind extends MergedKind, Draft extends CitedDraft> = (
  before: Kept<Kind, Draft> | undefined,
  forms: readonly NameForm[],
) => Draft

/**
 * Names one as a file has it; answers with its number, and whether that was news. A form that was chosen at the desk stays, and one that
 * was merged into another is that one.
 */
export async function fileCited<Kind extends MergedKind, Draft extends CitedDraft>(
  tx: Writing,
  sort: Sort<Kind, Draft>,
  { key, names, filed }: { key: string; names: Names; filed: Filed<Kind, Draft> },
  at: number,
): Promise<{ id: Id<Kind>; outcome: Outcome }> {
  const known = await keyed(tx, sort.kind, key)
  if (known && known.standsFor !== known.id) return { id: known.standsFor, outcome: 'same' }
  const before = known && (await citedById(tx, sort, known.id))
  const forms = withChosen(names, before?.forms ?? [])
  const draft = filed(before, forms)
  if (before && stableJson(saidOf(before)) === stableJson(draft)) return { id: before.id, outcome: 'same' }
  const id = before?.id ?? (await sort.add(tx, key, draft))
  if (before) await sort.change(tx, id, draft)
  await writeForms(tx, sort.kind, id, forms)
  tx.note(publicationChanged, { at })
  return { id, outcome: before ? 'changed' : 'new' }
}

/** The names of a file, but for the forms that are locked. */
function withChosen(names: Names, known: readonly NameForm[]): NameForm[] {
  const locked = known.filter((form) => form.locked === 1)
  const chosen = Object.fromEntries(locked.map(({ language, name }) => [language, name]))
  const rows = nameRows({ ...names, ...chosen }).map((row): NameForm => {
    return { ...row, locked: locked.some(({ language }) => language === row.language) ? 1 : 0 }
  })
  return rows.toSorted((a, b) => (a.language < b.language ? -1 : 1))
}
