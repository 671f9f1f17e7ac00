import { stableJson } from '../../kit/json.ts'
import type { Language } from '../../kit/language.ts'
import { Trouble } from '../../kit/trouble.ts'
import type { Reading, Writing } from '../../store/index.ts'
import { type Names, nameRows, type Outcome, publicationChanged, publicationOf, sameNames } from '../articles/index.ts'
import { record } from '../audit/index.ts'
import { outletKept } from './acts.ts'
import { freeKey, KEEPING, type Keeping } from './keeping.ts'
import { mergedInto } from './merges.ts'
import { checkedForms, formIn, formRow, type NameForm } from './name-form.ts'
import { OUTLET_KINDS, type Outlet, type OutletId } from './outlet.ts'
import { addressesFrom, addressFrom, countryFrom } from './said-of.ts'
import type { SourceTables } from './tables.ts'

type NamedOutlet = Pick<Outlet, 'key' | 'url' | 'names'>

/** What is said of an outlet at the desk. */
export interface OutletDraft extends Pick<Outlet, 'kind' | 'country' | 'url' | 'sameAs'> {
  forms: readonly NameForm[]
}

/** An outlet as it is kept, with its form in each language. */
export interface KeptOutlet extends OutletDraft {
  id: OutletId
  key: string
}

/**
 * Names an outlet as a file has it; answers with its number, and whether that was news. A form that was chosen at the desk stays,
 * and one that was merged into another is that one.
 */
export async function saveOutlet(
  tx: Writing,
  { key, url, names }: NamedOutlet,
  at: number,
): Promise<{ id: OutletId; outcome: Outcome }> {
  const before = await byKey(tx, key)
  const other = before && (await mergedInto(tx, 'outlet', before.id))
  if (other) return { id: other as OutletId, outcome: 'same' }
  const forms = before ? await formsOf(tx, [before.id]) : []
  const wanted = { ...names, ...chosen(forms) }
  if (before?.url === url && sameNames(forms, wanted)) return { id: before.id, outcome: 'same' }
  const id = before?.id ?? (await add(tx, { key, url }))
  await tx.change<SourceTables>().updateTable('outlet').set({ url }).where('id', '=', id).execute()
  const isLocked = (language: Language) => forms.some((form) => form.language === language && form.locked === 1)
  await writeForms(
    tx,
    id,
    nameRows(wanted).map((row) => ({ ...row, locked: isLocked(row.language) ? 1 : 0 })),
  )
  tx.note(publicationChanged, { at })
  return { id, outcome: before ? 'changed' : 'new' }
}

/** Every outlet with its names, by key. */
export async function outlets(db: Reading): Promise<(NamedOutlet & { id: OutletId })[]> {
  const rows = await db.look<SourceTables>().selectFrom('outlet').selectAll().orderBy('key').execute()
  const words = await db.look<SourceTables>().selectFrom('outletWords').selectAll().orderBy('language').execute()
  const byOutlet = Map.groupBy(words, ({ outletId }) => outletId)
  return rows.map(({ id, key, url }) => {
    const own = byOutlet.get(id) ?? []
    return { id, key, url, names: Object.fromEntries(own.map(({ language, name }) => [language, name])) }
  })
}

/** Keeps what is said of an outlet at the desk, of a new one where none is named; answers with its number. Throws Trouble for what cannot be said. */
export async function keepOutlet(
  tx: Writing,
  id: OutletId | undefined,
  draft: OutletDraft,
  { byId, at }: Keeping,
): Promise<OutletId> {
  await tx.inTurn(KEEPING)
  const before = id === undefined ? undefined : await outletById(tx, id)
  if (id !== undefined && !before) throw new Trouble('missing', 'outlet.missing')
  const wanted = checked(draft)
  if (before && stableJson(said(before)) === stableJson(said(wanted))) return before.id
  const { forms, sameAs, ...row } = wanted
  const kept = { ...row, sameAs: JSON.stringify(sameAs) }
  const key = before?.key ?? (await freeKey(tx, 'outlet', forms[0]!.name))
  const keptId = before ? before.id : await add(tx, { key, ...kept })
  if (before) await tx.change<SourceTables>().updateTable('outlet').set(kept).where('id', '=', before.id).execute()
  await writeForms(tx, keptId, forms)
  await record(tx, outletKept, {
    byId,
    before: before ? told(before) : null,
    after: told({ ...wanted, id: keptId }),
    at,
  })
  tx.note(publicationChanged, { at })
  return keptId
}

function checked({ kind, country, url, sameAs, forms }: OutletDraft): OutletDraft {
  if (!OUTLET_KINDS.includes(kind)) throw new Trouble('invalid', 'kind.unknown')
  return {
    kind,
    country: countryFrom(country),
    url: addressFrom(url),
    sameAs: addressesFrom(sameAs),
    forms: checkedForms(forms),
  }
}

function said({ kind, country, url, sameAs, forms }: OutletDraft) {
  return {
    kind,
    country,
    url,
    sameAs,
    forms: forms.map(({ language, name, locked }) => [language, name, locked]).sort(),
  }
}

function told({ id, kind, country, url, forms }: Omit<KeptOutlet, 'key'>) {
  return { outlet: id, kind, country, address: url, names: forms.map(({ language, name }) => `${language}: ${name}`) }
}

/** An outlet by its number; undefined where there is none, or it was merged into another. */
export async function outletById(db: Reading, id: OutletId): Promise<KeptOutlet | undefined> {
  const rows = await db.look<SourceTables>().selectFrom('outlet').selectAll().where('id', '=', id).execute()
  return (await whole(db, rows))[0]
}

/** An outlet by what addresses know it by, or the one that it was merged into. */
export async function outletAt(db: Reading, key: string): Promise<KeptOutlet | undefined> {
  const row = await byKey(db, key)
  if (!row) return
  const other = await mergedInto(db, 'outlet', row.id)
  return other ? outletById(db, other as OutletId) : (await whole(db, [row]))[0]
}

/** What outlets are called in a language, or else in the publication's; for a bounded list. */
export async function outletNames(
  db: Reading,
  ids: readonly OutletId[],
  language: Language,
): Promise<Map<OutletId, { key: string; name: string }>> {
  if (ids.length === 0) return new Map()
  const outlets = db.look<SourceTables>().selectFrom('outlet').select(['id', 'key']).where('id', 'in', ids)
  const [rows, forms, { defaultLanguage }] = await Promise.all([outlets.execute(), formsOf(db, ids), publicationOf(db)])
  const name = (id: OutletId) =>
    formIn(
      forms.filter(({ outletId }) => outletId === id),
      language,
      defaultLanguage,
    )
  return new Map(rows.map(({ id, key }) => [id, { key, name: name(id) }]))
}

type OutletRow = Pick<KeptOutlet, 'id' | 'key' | 'kind' | 'country' | 'url'> & { sameAs: string }

/** These rows with their forms; a bounded list. */
export async function whole(db: Reading, rows: readonly OutletRow[]): Promise<KeptOutlet[]> {
  if (rows.length === 0) return []
  const forms = await formsOf(
    db,
    rows.map(({ id }) => id),
  )
  return rows.map(({ id, key, kind, country, url, sameAs }) => {
    const own = forms.filter(({ outletId }) => outletId === id)
    return {
      id,
      key,
      kind,
      country,
      url,
      sameAs: JSON.parse(sameAs) as string[],
      forms: own.map(({ language, name, locked }) => ({ language, name, locked })),
    }
  })
}

function byKey(db: Reading, key: string) {
  return db.look<SourceTables>().selectFrom('outlet').selectAll().where('key', '=', key).executeTakeFirst()
}

async function add(
  tx: Writing,
  row: { key: string; url: string | null; kind?: Outlet['kind']; country?: string | null; sameAs?: string },
): Promise<OutletId> {
  const insert = tx.change<SourceTables>().insertInto('outlet').values(row)
  return (await insert.returning('id').executeTakeFirstOrThrow()).id
}

export function formsOf(db: Reading, outletIds: readonly OutletId[]) {
  const words = db.look<SourceTables>().selectFrom('outletWords').select(['outletId', 'language', 'name', 'locked'])
  return words.where('outletId', 'in', outletIds).orderBy('outletId').orderBy('language').execute()
}

function chosen(forms: readonly NameForm[]): Names {
  return Object.fromEntries(
    forms.filter(({ locked }) => locked === 1).map(({ language, name }) => [language, name]),
  ) as Names
}

async function writeForms(tx: Writing, outletId: OutletId, forms: readonly NameForm[]) {
  await tx.change<SourceTables>().deleteFrom('outletWords').where('outletId', '=', outletId).execute()
  const rows = forms.map((form) => ({ outletId, ...formRow(form) }))
  if (rows.length > 0) await tx.change<SourceTables>().insertInto('outletWords').values(rows).execute()
}
