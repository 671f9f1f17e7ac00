import type { Reading, Writing } from '../../../store/index.ts'
import type { Names, Outcome } from '../../articles/index.ts'
import { outletKept } from '../acts.ts'
import type { CitedDraft, Kept, Sort } from '../cited/cited.ts'
import { citedWith } from '../cited/cited-kept.ts'
import { type Filed, fileCited } from '../cited/file-cited.ts'
import { formsOf } from '../cited/name-forms.ts'
import { checkedForms } from '../name-form.ts'
import { addressesFrom, addressFrom, countryFrom, kindFrom } from '../said-of.ts'
import type { SourceTables } from '../tables.ts'
import { OUTLET_KINDS, type Outlet, type OutletId } from './outlet.ts'

/** As files name one: what they do not say of it stays as it is. */
type NamedOutlet = Pick<Outlet, 'key' | 'url' | 'names'> & {
  kind?: Outlet['kind'] | undefined
  country?: Outlet['country'] | undefined
}

/** What is said of an outlet at the desk. */
export interface OutletDraft extends Pick<Outlet, 'kind' | 'country' | 'url'>, CitedDraft {}

/** An outlet as it is kept, with its form in each language. */
export type KeptOutlet = Kept<'outlet', OutletDraft>

/** Who publishes. */
export const OUTLETS: Sort<'outlet', OutletDraft> = {
  kind: 'outlet',
  act: outletKept,
  checked: ({ kind, country, url, sameAs, forms }) => ({
    kind: kindFrom(OUTLET_KINDS, kind),
    country: countryFrom(country),
    url: addressFrom(url),
    sameAs: addressesFrom(sameAs),
    forms: checkedForms(forms),
  }),
  told: ({ kind, country, url }) => ({ kind, country, address: url }),
  async rows(db, ids) {
    const rows = await db.look<SourceTables>().selectFrom('outlet').selectAll().where('id', 'in', ids).execute()
    return rows.map(({ id, key, sameAs, ...row }) => {
      return { id, key, said: (forms) => ({ ...row, sameAs: JSON.parse(sameAs) as string[], forms }) }
    })
  },
  async add(tx, key, draft) {
    const insert = tx
      .change<SourceTables>()
      .insertInto('outlet')
      .values({ key, ...rowOf(draft) })
    return (await insert.returning('id').executeTakeFirstOrThrow()).id
  },
  async change(tx, id, draft) {
    await tx.change<SourceTables>().updateTable('outlet').set(rowOf(draft)).where('id', '=', id).execute()
  },
}

function rowOf({ kind, country, url, sameAs }: OutletDraft) {
  return { kind, country, url, sameAs: JSON.stringify(sameAs) }
}

/** Names an outlet as a file has it. */
export function saveOutlet(
  tx: Writing,
  { key, kind, country, url, names }: NamedOutlet,
  at: number,
): Promise<{ id: OutletId; outcome: Outcome }> {
  const filed: Filed<'outlet', OutletDraft> = (before, forms) => {
    const { sameAs = [] } = before ?? {}
    return { kind: kind ?? before?.kind ?? 'other', country: country ?? before?.country ?? null, sameAs, url, forms }
  }
  return fileCited(tx, OUTLETS, { key, names, filed }, at)
}

/** Every outlet with its names, by key. */
export async function outlets(db: Reading): Promise<(NamedOutlet & { id: OutletId })[]> {
  const all = db.look<SourceTables>().selectFrom('outlet').select(['id', 'key', 'kind', 'country', 'url'])
  const rows = await all.orderBy('key').execute()
  const forms = await formsOf(
    db,
    'outlet',
    rows.map(({ id }) => id),
  )
  return rows.map((row) => {
    const own = forms.get(row.id) ?? []
    return { ...row, names: Object.fromEntries(own.map(({ language, name }) => [language, name])) as Names }
  })
}

/** The outlet that publishes at a host, by its own address; undefined where none is known. */
export async function outletAtHost(db: Reading, host: string): Promise<KeptOutlet | undefined> {
  const bare = host.replace(/^www\./, '')
  const at = ['http://', 'https://', 'http://www.', 'https://www.'].flatMap((beginning) => [
    `${beginning}${bare}`,
    `${beginning}${bare}/`,
  ])
  const db_ = db.look<SourceTables>()
  const merged = db_.selectFrom('merge').select('fromId').where('kind', '=', 'outlet').where('undoneAt', 'is', null)
  const rows = db_
    .selectFrom('outlet')
    .select('id')
    .where('url', 'in', at)
    .where((e) => e.not(e('id', 'in', merged.$castTo<{ fromId: OutletId }>())))
  const row = await rows.orderBy('id').limit(1).executeTakeFirst()
  return row && (await citedWith(db, OUTLETS, [row.id]))[0]
}
