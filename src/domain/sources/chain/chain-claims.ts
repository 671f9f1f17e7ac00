import type { Reading } from '../../../store/index.ts'
import type { Claim, ClaimId, ClaimRelation } from '../claims/claim.ts'
import type { HopId } from '../claims/hop.ts'
import type { Cast } from './cast.ts'
import type { ChainClaim, ChainHop, ChainRelation } from './chain.ts'
import type { PlacesOf } from './chain-places.ts'
import type { ChainRows } from './chain-rows.ts'
import { claimsElsewhere } from './claims-elsewhere.ts'
import type { Spoken } from './spoken.ts'

/** In whose words a chain is told, of whom, and where it is marked. */
export interface Telling {
  /** Of several wordings the one in the edition's own language. */
  here: Spoken
  spoken: Spoken
  cast: Cast
  placed: PlacesOf
}

/** The claims of an article, each with its steps and with how it stands to others. */
export async function chainClaims(db: Reading, rows: ChainRows, telling: Telling): Promise<ChainClaim[]> {
  const { here, cast, placed, spoken } = telling
  const hopsOf = Map.groupBy(rows.hops, ({ claimId }) => claimId)
  const calledOf = Map.groupBy(rows.descriptors, ({ hopId }) => hopId)
  const gistsOf = Map.groupBy(rows.gists, ({ claimId }) => claimId)
  const related = await relationsIn(db, rows, telling, gistOf)
  return rows.claims.map((claim) => ({
    id: claim.id,
    kind: claim.kind,
    status: claim.status,
    statusAt: claim.statusAt,
    ...placed('claim', claim.key),
    gist: gistOf(claim),
    note: here(gistsOf.get(claim.id))?.note ?? '',
    hops: (hopsOf.get(claim.id) ?? []).map((hop) => stepOf(hop, cast, called(hop.id))),
    relations: related.get(claim.id) ?? [],
  }))

  function gistOf({ id, key }: Pick<Claim, 'id' | 'key'>): string {
    const own = gistsOf.get(id)
    return here(own)?.gist || placed('claim', key).places[0]?.selector.exact || spoken(own)?.gist || ''
  }

  function called(id: HopId): string {
    return spoken(calledOf.get(id))?.descriptor ?? ''
  }
}

function stepOf(hop: ChainRows['hops'][number], cast: Cast, descriptor: string): ChainHop {
  const { id, position, anonymity, relation, saidOn, thanks, language } = hop
  const report = cast.report(hop.sourceDocumentId)
  const isMarkedSeen = hop.isSeen === 1
  const said = { id, position, anonymity, relation, saidOn, thanks, language, descriptor, report, isMarkedSeen }
  return { ...said, actor: cast.actor(hop), isSeen: isMarkedSeen || report?.isOpened === true }
}

/** How each claim stands to others, of this article or of another. */
async function relationsIn(
  db: Reading,
  { claims, relations }: ChainRows,
  { placed, spoken }: Telling,
  gistOf: (claim: Claim) => string,
): Promise<Map<ClaimId, ChainRelation[]>> {
  const own = new Map(claims.map((claim) => [claim.id, claim]))
  const foreign = relations.flatMap(({ fromId, toId }) => [fromId, toId]).filter((id) => !own.has(id))
  const others = await claimsElsewhere(db, [...new Set(foreign)], spoken)
  const found = new Map<ClaimId, ChainRelation[]>()
  for (const { fromId, toId, type } of relations) {
    add(fromId, toId, { type, isBy: false })
    add(toId, fromId, { type, isBy: true })
  }
  return found

  function add(id: ClaimId, otherId: ClaimId, how: Pick<ClaimRelation, 'type'> & { isBy: boolean }) {
    const other = own.has(id) ? toldOf(otherId) : undefined
    if (other) found.set(id, [...(found.get(id) ?? []), { ...how, claimId: otherId, ...other }])
  }

  function toldOf(id: ClaimId): Omit<ChainRelation, 'type' | 'isBy' | 'claimId'> | undefined {
    const here = own.get(id)
    if (here) {
      const { key, status } = here
      return { key, status, number: placed('claim', key).number, gist: gistOf(here), isOfOther: false, elsewhere: null }
    }
    const there = others.get(id)
    return there && { ...there, number: 0, isOfOther: true }
  }
}
