import type { Reading, Writing } from '../../../store/index.ts'
import { type Names, nameRows, type Outcome } from '../../articles/index.ts'
import { citedWith } from '../cited/cited-kept.ts'
import { type Filed, fileCited } from '../cited/file-cited.ts'
import { keysOf } from '../cited/name-forms.ts'
import { PARTIES, type PartyDraft } from './parties.ts'
import type { PartyId, PartyKind } from './party.ts'

/** A party as a file has it; its titles are those of its one role. */
export interface FiledParty {
  key: string
  kind: PartyKind
  names: Names
  titles: Names
}

/** Names a party as a file has it; roles that were given at the desk stay. */
export function saveParty(
  tx: Writing,
  { key, kind, names, titles }: FiledParty,
  at: number,
): Promise<{ id: PartyId; outcome: Outcome }> {
  const role = nameRows(titles).length > 0 ? [{ titles, since: null, until: null }] : []
  const filed: Filed<'party', PartyDraft> = (before, forms) => {
    const { roles = [], sameAs = [] } = before ?? {}
    return { kind, sameAs, roles: roles.length > 0 ? roles : role, forms }
  }
  return fileCited(tx, PARTIES, { key, names, filed }, at)
}

/** Every party as a file has it, with the number by which rows here name it. */
export async function filedParties(db: Reading): Promise<(FiledParty & { id: PartyId })[]> {
  const rows = await keysOf(db, 'party').orderBy('id').execute()
  const parties = await citedWith(
    db,
    PARTIES,
    rows.map(({ id }) => id as PartyId),
  )
  return parties.map(({ id, key, kind, forms, roles }) => ({
    id,
    key,
    kind,
    names: Object.fromEntries(forms.map(({ language, name }) => [language, name])) as Names,
    titles: roles[0]?.titles ?? {},
  }))
}
