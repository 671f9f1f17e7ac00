import type { Language } from '../../../kit/language.ts'
import type { Reading } from '../../../store/index.ts'
import { namesOf } from '../cited/name-forms.ts'
import type { Hop } from '../claims/hop.ts'
import type { SourceDocumentId } from '../documents/source-document.ts'
import type { OutletId } from '../outlets/outlet.ts'
import type { PartyId, PartyKind } from '../parties/party.ts'
import type { SourceTables } from '../tables.ts'
import type { ChainActor, ChainQuote, ChainReport } from './chain.ts'
import { reportsOf } from './chain-reports.ts'
import type { ChainRows } from './chain-rows.ts'
import type { Spoken } from './spoken.ts'

/** Whoever and whatever a chain names, as readers of a language know them. */
export interface Cast {
  actor(step: Pick<Hop, 'partyId' | 'outletId'>): ChainActor | null
  speaker(id: PartyId | null): ChainQuote['speaker']
  report(id: SourceDocumentId | null): ChainReport | null
}

export async function castOf(
  db: Reading,
  { hops, quotes }: Pick<ChainRows, 'hops' | 'quotes'>,
  language: Language,
  spoken: Spoken,
): Promise<Cast> {
  const reports = await reportsOf(db, each([...hops, ...quotes].map(({ sourceDocumentId }) => sourceDocumentId)))
  const outletIds = each([...hops.map(({ outletId }) => outletId), ...[...reports.values()].map((one) => one.outletId)])
  const speakerIds = each(quotes.map(({ speakerId }) => speakerId))
  const partyIds = each([...hops.map(({ partyId }) => partyId), ...speakerIds])
  const [outlets, parties, kinds, titles] = await Promise.all([
    namesOf(db, 'outlet', outletIds, language),
    namesOf(db, 'party', partyIds, language),
    kindsOf(db, partyIds),
    titlesOf(db, speakerIds),
  ])
  const outlet = (id: OutletId): ChainActor => ({ ...NAMELESS, kind: 'outlet', id, ...outlets.get(id) })
  const party = (id: PartyId): ChainActor => {
    return { ...NAMELESS, kind: 'party', id, ...parties.get(id), partyKind: kinds.get(id) }
  }
  return {
    actor: ({ partyId, outletId }) => (partyId ? party(partyId) : outletId ? outlet(outletId) : null),
    speaker: (id) => id && { ...party(id), title: spoken(titles.get(id))?.name ?? '' },
    report(id) {
      const found = id === null ? undefined : reports.get(id)
      if (!found) return null
      const { outletId, ...report } = found
      return { ...report, outlet: outlet(outletId) }
    },
  }
}

const NAMELESS = { key: '', name: '' }

function each<Value>(values: readonly (Value | null)[]): Value[] {
  return [...new Set(values.filter((value) => value !== null))]
}

async function kindsOf(db: Reading, ids: readonly PartyId[]): Promise<Map<PartyId, PartyKind>> {
  if (ids.length === 0) return new Map()
  const parties = db.look<SourceTables>().selectFrom('party').select(['id', 'kind']).where('id', 'in', ids)
  return new Map((await parties.execute()).map(({ id, kind }) => [id, kind]))
}

/** What speakers are: the titles of each, the latest first, in every language. */
async function titlesOf(db: Reading, ids: readonly PartyId[]) {
  if (ids.length === 0) return new Map<PartyId, { language: Language; name: string }[]>()
  const rows = await db
    .look<SourceTables>()
    .selectFrom('partyRole')
    .innerJoin('partyRoleWords', 'partyRoleWords.roleId', 'partyRole.id')
    .select(['partyRole.partyId', 'partyRoleWords.language', 'partyRoleWords.name'])
    .where('partyRole.partyId', 'in', ids)
    .orderBy('partyRole.partyId')
    .orderBy('partyRole.position')
    .orderBy('partyRoleWords.language')
    .execute()
  return Map.groupBy(rows, ({ partyId }) => partyId)
}
