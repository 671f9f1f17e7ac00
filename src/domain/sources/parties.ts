import { stableJson } from '../../kit/json.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading, Writing } from '../../store/index.ts'
import { folded } from '../../text/fold.ts'
import { type Names, nameRows, publicationChanged, publicationOf } from '../articles/index.ts'
import { record } from '../audit/index.ts'
import { partyKept } from './acts.ts'
import { freeKey, KEEPING, type Keeping } from './keeping.ts'
import { mergedInto } from './merges.ts'
import { checkedForms, formIn, formRow, type NameForm } from './name-form.ts'
import { PARTY_KINDS, type Party, type PartyId, type PartyRole } from './party.ts'
import { addressesFrom, dayFrom } from './said-of.ts'
import type { SourceTables } from './tables.ts'

const MOST_ROLES = 20
const LONGEST_TITLE = 200

/** What is said of a party at the desk. */
export interface PartyDraft extends Pick<Party, 'kind' | 'roles' | 'sameAs'> {
  forms: readonly NameForm[]
}

/** A party as it is kept, with its form in each language. */
export interface KeptParty extends PartyDraft {
  id: PartyId
  key: string
}

/** Keeps what is said of a party, of a new one where none is named; answers with its number. Throws Trouble for what cannot be said. */
export async function keepParty(
  tx: Writing,
  id: PartyId | undefined,
  draft: PartyDraft,
  { byId, at }: Keeping,
): Promise<PartyId> {
  await tx.inTurn(KEEPING)
  const before = id === undefined ? undefined : await partyById(tx, id)
  if (id !== undefined && !before) throw new Trouble('missing', 'party.missing')
  const wanted = checked(draft)
  if (before && stableJson(said(before)) === stableJson(said(wanted))) return before.id
  const { kind, roles, forms } = wanted
  const row = { kind, sameAs: JSON.stringify(wanted.sameAs) }
  const keptId = before ? before.id : await add(tx, { key: await freeKey(tx, 'party', forms[0]!.name), ...row })
  if (before) await tx.change<SourceTables>().updateTable('party').set(row).where('id', '=', keptId).execute()
  await writeForms(tx, keptId, forms)
  await writeRoles(tx, keptId, roles)
  await record(tx, partyKept, {
    byId,
    before: before ? told(before) : null,
    after: told({ ...wanted, id: keptId }),
    at,
  })
  tx.note(publicationChanged, { at })
  return keptId
}

function checked({ kind, roles, sameAs, forms }: PartyDraft): PartyDraft {
  if (!PARTY_KINDS.includes(kind)) throw new Trouble('invalid', 'kind.unknown')
  const kept = roles.map(checkedRole).filter(({ titles }) => Object.keys(titles).length > 0)
  if (kept.length > MOST_ROLES) throw new Trouble('invalid', 'party.too-many-roles', { limit: MOST_ROLES })
  return { kind, roles: kept, sameAs: addressesFrom(sameAs), forms: checkedForms(forms) }
}

function checkedRole({ titles, since, until }: PartyRole): PartyRole {
  const kept = nameRows(titles)
    .map(({ language, name }) => [language, folded(name)] as const)
    .filter(([, title]) => title !== '')
  if (kept.some(([, title]) => title.length > LONGEST_TITLE))
    throw new Trouble('invalid', 'names.too-long', { limit: LONGEST_TITLE })
  const [from, to] = [dayFrom(since), dayFrom(until)]
  if (from && to && from > to) throw new Trouble('invalid', 'party.until-before-since')
  return { titles: Object.fromEntries(kept) as Names, since: from, until: to }
}

function said({ kind, roles, sameAs, forms }: PartyDraft) {
  return { kind, roles, sameAs, forms: forms.map(({ language, name, locked }) => [language, name, locked]).sort() }
}

function told({ id, kind, roles, forms }: Omit<KeptParty, 'key' | 'sameAs'>) {
  return {
    party: id,
    kind,
    names: forms.map(({ language, name }) => `${language}: ${name}`),
    titles: roles.map(
      ({ titles, since, until }) => `${Object.values(titles).join(', ')} ${since ?? ''}–${until ?? ''}`,
    ),
  }
}

/** A party by its number; undefined where there is none. */
export async function partyById(db: Reading, id: PartyId): Promise<KeptParty | undefined> {
  const rows = await db.look<SourceTables>().selectFrom('party').selectAll().where('id', '=', id).execute()
  return (await whole(db, rows))[0]
}

/** A party by what addresses know it by, or the one that it was merged into. */
export async function partyAt(db: Reading, key: string): Promise<KeptParty | undefined> {
  const row = await db.look<SourceTables>().selectFrom('party').selectAll().where('key', '=', key).executeTakeFirst()
  if (!row) return
  const other = await mergedInto(db, 'party', row.id)
  return other ? partyById(db, other as PartyId) : (await whole(db, [row]))[0]
}

/** What parties are called in a language, or else in the publication's; for a bounded list. */
export async function partyNames(
  db: Reading,
  ids: readonly PartyId[],
  language: Language,
): Promise<Map<PartyId, { key: string; name: string }>> {
  if (ids.length === 0) return new Map()
  const parties = db.look<SourceTables>().selectFrom('party').select(['id', 'key']).where('id', 'in', ids)
  const [rows, forms, { defaultLanguage }] = await Promise.all([parties.execute(), formsOf(db, ids), publicationOf(db)])
  const name = (id: PartyId) =>
    formIn(
      forms.filter(({ partyId }) => partyId === id),
      language,
      defaultLanguage,
    )
  return new Map(rows.map(({ id, key }) => [id, { key, name: name(id) }]))
}

/** The role that somebody had on a day, or else the latest. */
export function roleOn(roles: readonly PartyRole[], day: string | null): PartyRole | undefined {
  const held = ({ since, until }: PartyRole) => day !== null && (since ?? '') <= day && day <= (until ?? '9999')
  return roles.find(held) ?? roles[0]
}

type PartyRow = Pick<KeptParty, 'id' | 'key' | 'kind'> & { sameAs: string }

/** These rows with their forms and roles; a bounded list. */
export async function whole(db: Reading, rows: readonly PartyRow[]): Promise<KeptParty[]> {
  if (rows.length === 0) return []
  const ids = rows.map(({ id }) => id)
  const [forms, roles] = await Promise.all([formsOf(db, ids), rolesOf(db, ids)])
  return rows.map(({ id, key, kind, sameAs }) => ({
    id,
    key,
    kind,
    sameAs: JSON.parse(sameAs) as string[],
    roles: roles.get(id) ?? [],
    forms: forms
      .filter(({ partyId }) => partyId === id)
      .map(({ language, name, locked }) => ({ language, name, locked })),
  }))
}

function formsOf(db: Reading, ids: readonly PartyId[]) {
  const words = db.look<SourceTables>().selectFrom('partyWords').select(['partyId', 'language', 'name', 'locked'])
  return words.where('partyId', 'in', ids).orderBy('partyId').orderBy('language').execute()
}

async function rolesOf(db: Reading, ids: readonly PartyId[]): Promise<Map<PartyId, PartyRole[]>> {
  const roles = db.look<SourceTables>().selectFrom('partyRole').selectAll().where('partyId', 'in', ids)
  const rows = await roles.orderBy('partyId').orderBy('position').execute()
  if (rows.length === 0) return new Map()
  const words = db.look<SourceTables>().selectFrom('partyRoleWords').selectAll()
  const titles = await words
    .where(
      'roleId',
      'in',
      rows.map(({ id }) => id),
    )
    .orderBy('language')
    .execute()
  const found = new Map<PartyId, PartyRole[]>()
  for (const { id, partyId, since, until } of rows) {
    const own = titles.filter(({ roleId }) => roleId === id).map(({ language, name }) => [language, name])
    found.set(partyId, [...(found.get(partyId) ?? []), { titles: Object.fromEntries(own) as Names, since, until }])
  }
  return found
}

async function add(tx: Writing, row: { key: string; kind: Party['kind']; sameAs: string }): Promise<PartyId> {
  const insert = tx.change<SourceTables>().insertInto('party').values(row)
  return (await insert.returning('id').executeTakeFirstOrThrow()).id
}

async function writeForms(tx: Writing, partyId: PartyId, forms: readonly NameForm[]) {
  await tx.change<SourceTables>().deleteFrom('partyWords').where('partyId', '=', partyId).execute()
  const rows = forms.map((form) => ({ partyId, ...formRow(form) }))
  await tx.change<SourceTables>().insertInto('partyWords').values(rows).execute()
}

async function writeRoles(tx: Writing, partyId: PartyId, roles: readonly PartyRole[]) {
  const db = tx.change<SourceTables>()
  const former = db.selectFrom('partyRole').select('id').where('partyId', '=', partyId)
  await db.deleteFrom('partyRoleWords').where('roleId', 'in', former).execute()
  await db.deleteFrom('partyRole').where('partyId', '=', partyId).execute()
  for (const [position, { titles, since, until }] of roles.entries()) {
    const insert = db.insertInto('partyRole').values({ partyId, position, since, until })
    const { id: roleId } = await insert.returning('id').executeTakeFirstOrThrow()
    const rows = nameRows(titles).map((row) => ({ roleId, ...row }))
    await db.insertInto('partyRoleWords').values(rows).execute()
  }
}
