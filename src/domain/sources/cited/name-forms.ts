import type { Id } from '../../../kit/ids.ts'
import type { Language } from '../../../kit/language.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { publicationOf } from '../../articles/index.ts'
import type { MergedKind } from '../merging/merge.ts'
import { formIn, formRow, type NameForm } from '../name-form.ts'
import type { SourceTables } from '../tables.ts'

/** Every form of every name of a kind, under one name for both tables. */
export function wordsOf(db: Reading, kind: MergedKind) {
  return db.look<SourceTables>().selectFrom((e) =>
    kind === 'outlet'
      ? e
          .selectFrom('outletWords')
          .select(['language', 'name', 'locked', 'sought'])
          .select((o) => o.ref('outletId').$castTo<number>().as('citedId'))
          .as('words')
      : e
          .selectFrom('partyWords')
          .select(['language', 'name', 'locked', 'sought'])
          .select((o) => o.ref('partyId').$castTo<number>().as('citedId'))
          .as('words'),
  )
}

/** The forms of each of these; a bounded list. */
export async function formsOf(db: Reading, kind: MergedKind, ids: readonly number[]): Promise<Map<number, NameForm[]>> {
  if (ids.length === 0) return new Map()
  const words = wordsOf(db, kind).select(['citedId', 'language', 'name', 'locked']).where('citedId', 'in', ids)
  const rows = await words.orderBy('citedId').orderBy('language').execute()
  const found = new Map<number, NameForm[]>()
  for (const { citedId, ...form } of rows) found.set(citedId, [...(found.get(citedId) ?? []), form])
  return found
}

/** What they are called in a language, or else in the publication's; for a bounded list. */
export async function namesOf<Kind extends MergedKind>(
  db: Reading,
  kind: Kind,
  ids: readonly Id<Kind>[],
  language: Language,
): Promise<Map<Id<Kind>, { key: string; name: string }>> {
  if (ids.length === 0) return new Map()
  const [rows, forms, { defaultLanguage }] = await Promise.all([
    keysOf(db, kind).where('id', 'in', ids).execute(),
    formsOf(db, kind, ids),
    publicationOf(db),
  ])
  const name = (id: number) => formIn(forms.get(id) ?? [], language, defaultLanguage)
  return new Map(rows.map(({ id, key }) => [id as Id<Kind>, { key, name: name(id) }]))
}

/** The number of each of a kind and its key, under one name for both tables. */
export function keysOf(db: Reading, kind: MergedKind) {
  return db
    .look<SourceTables>()
    .selectFrom((e) =>
      kind === 'outlet'
        ? e
            .selectFrom('outlet')
            .select('key')
            .select((o) => o.ref('id').$castTo<number>().as('id'))
            .as('cited')
        : e
            .selectFrom('party')
            .select('key')
            .select((o) => o.ref('id').$castTo<number>().as('id'))
            .as('cited'),
    )
    .select(['id', 'key'])
}

/** Says how the name of one is written in each language. */
export async function writeForms<Kind extends MergedKind>(
  tx: Writing,
  kind: Kind,
  id: Id<Kind>,
  forms: readonly NameForm[],
): Promise<void> {
  const db = tx.change<SourceTables>()
  const rows = forms.map(formRow)
  if (kind === 'outlet') {
    const outletId = id as Id<'outlet'>
    await db.deleteFrom('outletWords').where('outletId', '=', outletId).execute()
    if (rows.length > 0)
      await db
        .insertInto('outletWords')
        .values(rows.map((row) => ({ outletId, ...row })))
        .execute()
    return
  }
  const partyId = id as Id<'party'>
  await db.deleteFrom('partyWords').where('partyId', '=', partyId).execute()
  if (rows.length > 0)
    await db
      .insertInto('partyWords')
      .values(rows.map((row) => ({ partyId, ...row })))
      .execute()
}
