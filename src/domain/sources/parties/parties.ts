import { stableJson } from '../../../kit/json.ts'
import { Trouble } from '../../../kit/trouble.ts'
import type { Reading, Writing } from '../../../store/index.ts'
import { folded } from '../../../text/fold.ts'
import { type Names, nameRows } from '../../articles/index.ts'
import { partyKept } from '../acts.ts'
import type { CitedDraft, Kept, Sort } from '../cited/cited.ts'
import { checkedForms } from '../name-form.ts'
import { addressesFrom, dayFrom, kindFrom } from '../said-of.ts'
import type { SourceTables } from '../tables.ts'
import { PARTY_KINDS, type Party, type PartyId, type PartyRole } from './party.ts'

const MOST_ROLES = 20
const LONGEST_TITLE = 200

/** What is said of a party at the desk. */
export interface PartyDraft extends Pick<Party, 'kind' | 'roles'>, CitedDraft {}

/** A party as it is kept, with its form in each language. */
export type KeptParty = Kept<'party', PartyDraft>

/** Those who speak. */
export const PARTIES: Sort<'party', PartyDraft> = {
  kind: 'party',
  act: partyKept,
  checked({ kind, roles, sameAs, forms }) {
    const kept = roles.map(checkedRole).filter(({ titles }) => Object.keys(titles).length > 0)
    if (kept.length > MOST_ROLES) throw new Trouble('invalid', 'party.too-many-roles', { limit: MOST_ROLES })
    const said = { kind: kindFrom(PARTY_KINDS, kind), sameAs: addressesFrom(sameAs), forms: checkedForms(forms) }
    return { ...said, roles: kept }
  },
  told: ({ kind, roles }) => ({ kind, titles: roles.map(roleTold) }),
  async rows(db, ids) {
    const parties = db.look<SourceTables>().selectFrom('party').selectAll().where('id', 'in', ids)
    const [rows, roles] = await Promise.all([parties.execute(), rolesOf(db, ids)])
    return rows.map(({ id, key, kind, sameAs }) => {
      const own = { kind, sameAs: JSON.parse(sameAs) as string[], roles: roles.get(id) ?? [] }
      return { id, key, said: (forms) => ({ ...own, forms }) }
    })
  },
  async add(tx, key, { kind, sameAs, roles }) {
    const row = { key, kind, sameAs: JSON.stringify(sameAs) }
    const insert = tx.change<SourceTables>().insertInto('party').values(row)
    const { id } = await insert.returning('id').executeTakeFirstOrThrow()
    await addRoles(tx, id, roles)
    return id
  },
  async change(tx, id, { kind, sameAs, roles }) {
    const row = { kind, sameAs: JSON.stringify(sameAs) }
    await tx.change<SourceTables>().updateTable('party').set(row).where('id', '=', id).execute()
    if (stableJson((await rolesOf(tx, [id])).get(id) ?? []) === stableJson(roles)) return
    await dropRoles(tx, id)
    await addRoles(tx, id, roles)
  },
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

function roleTold({ titles, since, until }: PartyRole): string {
  return `${Object.values(titles).join(', ')} ${since ?? ''}–${until ?? ''}`
}

async function rolesOf(db: Reading, ids: readonly PartyId[]): Promise<Map<PartyId, PartyRole[]>> {
  const roles = db.look<SourceTables>().selectFrom('partyRole').selectAll().where('partyId', 'in', ids)
  const rows = await roles.orderBy('partyId').orderBy('position').execute()
  if (rows.length === 0) return new Map()
  const titles = await db
    .look<SourceTables>()
    .selectFrom('partyRoleWords')
    .innerJoin('partyRole', 'partyRole.id', 'partyRoleWords.roleId')
    .selectAll('partyRoleWords')
    .where('partyRole.partyId', 'in', ids)
    .orderBy('partyRoleWords.language')
    .execute()
  const titlesOf = Map.groupBy(titles, ({ roleId }) => roleId)
  const found = new Map<PartyId, PartyRole[]>()
  for (const { id, partyId, since, until } of rows) {
    const own = (titlesOf.get(id) ?? []).map(({ language, name }) => [language, name])
    found.set(partyId, [...(found.get(partyId) ?? []), { titles: Object.fromEntries(own) as Names, since, until }])
  }
  return found
}

async function dropRoles(tx: Writing, partyId: PartyId) {
  const db = tx.change<SourceTables>()
  const former = db.selectFrom('partyRole').select('id').where('partyId', '=', partyId)
  await db.deleteFrom('partyRoleWords').where('roleId', 'in', former).execute()
  await db.deleteFrom('partyRole').where('partyId', '=', partyId).execute()
}

async function addRoles(tx: Writing, partyId: PartyId, roles: readonly PartyRole[]) {
  const db = tx.change<SourceTables>()
  for (const [position, { titles, since, until }] of roles.entries()) {
    const insert = db.insertInto('partyRole').values({ partyId, position, since, until })
    const { id: roleId } = await insert.returning('id').executeTakeFirstOrThrow()
    const rows = nameRows(titles).map((row) => ({ roleId, ...row }))
    await db.insertInto('partyRoleWords').values(rows).execute()
  }
}
