import type { Reading, Writing } from '../../store/index.ts'
import { type Names, nameRows, type Outcome, publicationChanged, sameNames } from '../articles/index.ts'
import { mergedInto } from './merges.ts'
import { formRow } from './name-form.ts'
import { partyById, whole } from './parties.ts'
import type { PartyId, PartyKind } from './party.ts'
import type { SourceTables } from './tables.ts'

/** A party as a file has it; its titles are those of its one role. */
export interface FiledParty {
  key: string
  kind: PartyKind
  names: Names
  titles: Names
}

/** Names a party as a file has it; answers with its number, and whether that was news. Forms that were chosen at the desk stay, and so do roles that were given there. */
export async function saveParty(
  tx: Writing,
  { key, kind, names, titles }: FiledParty,
  at: number,
): Promise<{ id: PartyId; outcome: Outcome }> {
  const row = await tx.look<SourceTables>().selectFrom('party').select('id').where('key', '=', key).executeTakeFirst()
  const other = row && (await mergedInto(tx, 'party', row.id))
  if (other) return { id: other as PartyId, outcome: 'same' }
  const before = row && (await partyById(tx, row.id))
  const locked = before?.forms.filter((form) => form.locked === 1) ?? []
  const wanted = { ...names, ...Object.fromEntries(locked.map(({ language, name }) => [language, name])) } as Names
  const hasRoles = nameRows(titles).length === 0 || (before !== undefined && before.roles.length > 0)
  const isSame = before !== undefined && before.kind === kind && sameNames(before.forms, wanted) && hasRoles
  if (isSame) return { id: before.id, outcome: 'same' }
  const db = tx.change<SourceTables>()
  const id =
    before?.id ?? (await db.insertInto('party').values({ key, kind }).returning('id').executeTakeFirstOrThrow()).id
  await db.updateTable('party').set({ kind }).where('id', '=', id).execute()
  await db.deleteFrom('partyWords').where('partyId', '=', id).execute()
  const forms = nameRows(wanted).map(({ language, name }) => {
    const isLocked = locked.some((form) => form.language === language)
    return { partyId: id, ...formRow({ language, name, locked: isLocked ? 1 : 0 }) }
  })
  if (forms.length > 0) await db.insertInto('partyWords').values(forms).execute()
  if (!hasRoles) {
    const role = db.insertInto('partyRole').values({ partyId: id, position: 0, since: null, until: null })
    const { id: roleId } = await role.returning('id').executeTakeFirstOrThrow()
    await db
      .insertInto('partyRoleWords')
      .values(nameRows(titles).map((title) => ({ roleId, ...title })))
      .execute()
  }
  tx.note(publicationChanged, { at })
  return { id, outcome: before ? 'changed' : 'new' }
}

/** Every party as a file has it, with the number by which rows here name it. */
export async function filedParties(db: Reading): Promise<(FiledParty & { id: PartyId })[]> {
  const rows = await db.look<SourceTables>().selectFrom('party').selectAll().orderBy('id').execute()
  const parties = await whole(db, rows)
  return parties.map(({ id, key, kind, forms, roles }) => ({
    id,
    key,
    kind,
    names: Object.fromEntries(forms.map(({ language, name }) => [language, name])) as Names,
    titles: roles[0]?.titles ?? {},
  }))
}
