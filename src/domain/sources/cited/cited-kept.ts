import type { Id } from '../../../kit/ids.ts'
import type { Reading } from '../../../store/index.ts'
import type { MergedKind } from '../merging/merge.ts'
import { mergedInto } from '../merging/merges.ts'
import type { CitedDraft, Kept, Sort } from './cited.ts'
import { formsOf, keysOf } from './name-forms.ts'

/** These as they are kept, in this order; a bounded list. */
export async function citedWith<Kind extends MergedKind, Draft extends CitedDraft>(
  db: Reading,
  sort: Sort<Kind, Draft>,
  ids: readonly Id<Kind>[],
): Promise<Kept<Kind, Draft>[]> {
  if (ids.length === 0) return []
  const [rows, forms] = await Promise.all([sort.rows(db, ids), formsOf(db, sort.kind, ids)])
  const byId = new Map(rows.map((row) => [row.id, row]))
  return ids.flatMap((id) => {
    const row = byId.get(id)
    return row ? [{ ...row.said(forms.get(id) ?? []), id, key: row.key }] : []
  })
}

/** One by its number; undefined where there is none. */
export async function citedById<Kind extends MergedKind, Draft extends CitedDraft>(
  db: Reading,
  sort: Sort<Kind, Draft>,
  id: Id<Kind>,
): Promise<Kept<Kind, Draft> | undefined> {
  return (await citedWith(db, sort, [id]))[0]
}

/** One by what addresses know it by, or the one that it was merged into. */
export async function citedAt<Kind extends MergedKind, Draft extends CitedDraft>(
  db: Reading,
  sort: Sort<Kind, Draft>,
  key: string,
): Promise<Kept<Kind, Draft> | undefined> {
  const found = await keyed(db, sort.kind, key)
  return found && citedById(db, sort, found.standsFor)
}

/** Its number, and the number of whatever it was merged into, or else its own. */
export async function keyed<Kind extends MergedKind>(db: Reading, kind: Kind, key: string) {
  const row = await keysOf(db, kind).where('key', '=', key).executeTakeFirst()
  if (!row) return
  const into = await mergedInto(db, kind, row.id)
  return { id: row.id as Id<Kind>, standsFor: (into ?? row.id) as Id<Kind> }
}
