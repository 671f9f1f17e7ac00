import type { Kysely } from 'kysely'
import type { Language } from '../../../kit/language.ts'
import { prepared, type Reading } from '../../../store/index.ts'
import { type ArticleId, type EditionId, publicationOf } from '../../articles/index.ts'
import type { PersonTables } from '../../people/index.ts'
import type { Anchor } from '../anchors/anchor.ts'
import { anchorsAtDesk, anchorsShown } from '../anchors/anchors.ts'
import type { ClaimId, ClaimRelation } from '../claims/claim.ts'
import { claimsOf, relationsOf } from '../claims/claims.ts'
import type { OutletId } from '../outlet.ts'
import { outletNames } from '../outlets.ts'
import { partyNames } from '../parties.ts'
import type { PartyId, PartyKind } from '../party.ts'
import { quotesOf } from '../quotes/quotes.ts'
import type { SourceTables } from '../tables.ts'
import {
  type Chain,
  type ChainActor,
  type ChainClaim,
  type ChainHop,
  type ChainQuote,
  type ChainRelation,
  type ChainReport,
  NO_CHAIN,
} from './chain.ts'

type Looking = Pick<Kysely<SourceTables & PersonTables>, 'selectFrom'>

export interface ChainPlaceAsked {
  articleId: ArticleId
  editionId: EditionId
  language: Language
}

/** Where the claims and quotes that readers of an edition see come from. */
export async function chainShown(db: Reading, asked: ChainPlaceAsked): Promise<Chain> {
  const anchors = await anchorsShown(db, asked.editionId)
  if (anchors.length === 0) return NO_CHAIN
  const { claims, quotes } = await chainOf(db, asked, anchors)
  return { claims: claims.filter(isNumbered), quotes: quotes.filter(isNumbered) }
}

/** The same at the desk, with those that the edition does not mark. */
export async function chainAtDesk(db: Reading, asked: ChainPlaceAsked): Promise<Chain> {
  return chainOf(db, asked, await anchorsAtDesk(db, asked.editionId))
}

function isNumbered({ number }: { number: number }) {
  return number > 0
}

async function chainOf(
  db: Reading,
  { articleId, language }: ChainPlaceAsked,
  anchors: readonly Anchor[],
): Promise<Chain> {
  const given = { articleId }
  const [claims, quotes, hops, relations, gists, descriptors, renderings, { defaultLanguage }] = await Promise.all([
    claimsOf(db, articleId),
    quotesOf(db, articleId),
    hopsOf(db, given),
    relationsOf(db, articleId),
    claimWordsOf(db, given),
    hopWordsOf(db, given),
    quoteWordsOf(db, given),
    publicationOf(db),
  ])
  if (claims.length + quotes.length === 0) return NO_CHAIN
  const spoken = [language, defaultLanguage]
  const others = await othersIn(db, relations, new Set(claims.map(({ id }) => id)))
  const reports = await reportsOf(
    db,
    [...hops, ...quotes].flatMap(({ sourceDocumentId }) => sourceDocumentId ?? []),
  )
  const partyIds = [...new Set([...hops.map((hop) => hop.partyId), ...quotes.map((one) => one.speakerId)])].filter(
    isThere,
  )
  const [outlets, parties, kinds, titles] = await Promise.all([
    outletNames(db, [...new Set([...hops, ...reports].flatMap(({ outletId }) => outletId ?? []))], language),
    partyNames(db, partyIds, language),
    kindsOf(db, partyIds),
    titlesOf(
      db,
      quotes.flatMap(({ speakerId }) => speakerId ?? []),
    ),
  ])

  const outlet = (id: OutletId): ChainActor => ({ kind: 'outlet', id, key: '', name: '', ...outlets.get(id) })
  const party = (id: PartyId): ChainActor => ({
    kind: 'party',
    id,
    key: '',
    name: '',
    ...parties.get(id),
    partyKind: kinds.get(id),
  })
  const reportWith = (id: number | null): ChainReport | null => {
    const found = reports.find((report) => report.id === id)
    if (!found) return null
    const { outletId, openedAt, ...report } = found
    return { ...report, isOpened: openedAt !== null, outlet: outlet(outletId) }
  }
  const anchored = (kind: Anchor['kind'], key: string) => {
    const own = anchors.filter((anchor) => anchor.kind === kind && anchor.key === key)
    const places = own.map(({ place, exact, prefix, suffix, position, state }) => {
      return { place, selector: { exact, prefix, suffix }, position, state }
    })
    return { key, number: own[0]?.number ?? 0, places }
  }
  const gistOf = (id: ClaimId, key: string) => {
    const own = gists.filter(({ claimId }) => claimId === id)
    const here = own.find((words) => words.language === language)
    const marked = anchors.find((anchor) => anchor.kind === 'claim' && anchor.key === key)?.exact
    return here?.gist || marked || inOneOf(own, spoken)?.gist || ''
  }

  function relationOf({ fromId, toId, type }: ClaimRelation, id: ClaimId): ChainRelation[] {
    const isBy = toId === id
    const claimId = isBy ? fromId : toId
    const own = claims.find((claim) => claim.id === claimId)
    if (own) {
      const { key, status } = own
      const { number } = anchored('claim', key)
      return [{ type, isBy, claimId, key, number, status, gist: gistOf(claimId, key), isOfOther: false }]
    }
    const other = others.find((claim) => claim.id === claimId)
    const gist =
      inOneOf(
        others.filter((claim) => claim.id === claimId),
        spoken,
      )?.gist ?? ''
    return other
      ? [{ type, isBy, claimId, key: other.key, number: 0, status: other.status, gist, isOfOther: true }]
      : []
  }

  return {
    claims: claims.map(({ id, key, kind, status, statusAt }): ChainClaim => {
      const said = gists.find((words) => words.claimId === id && words.language === language)
      return {
        id,
        kind,
        status,
        statusAt,
        ...anchored('claim', key),
        gist: gistOf(id, key),
        note: said?.note ?? '',
        relations: relations
          .filter(({ fromId, toId }) => fromId === id || toId === id)
          .flatMap((relation) => relationOf(relation, id)),
        hops: hops
          .filter(({ claimId }) => claimId === id)
          .map((hop): ChainHop => {
            const words = descriptors.filter(({ hopId }) => hopId === hop.id)
            const { position, anonymity, relation, saidOn, thanks } = hop
            const report = reportWith(hop.sourceDocumentId)
            return {
              id: hop.id,
              position,
              anonymity,
              relation,
              saidOn,
              thanks,
              language: hop.language,
              actor: hop.partyId ? party(hop.partyId) : hop.outletId ? outlet(hop.outletId) : null,
              descriptor: inOneOf(words, spoken)?.descriptor ?? '',
              report,
              isSeen: hop.isSeen === 1 || report?.isOpened === true,
              isMarkedSeen: hop.isSeen === 1,
            }
          }),
      }
    }),
    quotes: quotes.map(({ id, key, speakerId, sourceDocumentId, articleId: _, ...said }): ChainQuote => {
      const rendering = renderings.find((words) => words.quoteId === id && words.language === language)
      const place = anchored('quote', key)
      const title =
        inOneOf(
          titles.filter(({ partyId }) => partyId === speakerId),
          spoken,
        )?.name ?? ''
      return {
        id,
        ...place,
        ...said,
        words: place.places[0]?.selector.exact ?? said.originalWords,
        speaker: speakerId ? { ...party(speakerId), title } : null,
        report: reportWith(sourceDocumentId),
        renderedBy: rendering?.renderedBy ?? null,
        translator: rendering?.translator ?? '',
      }
    }),
  }
}

/** In the language asked for, or in the publication's, or in whichever there is. */
function inOneOf<Row extends { language: Language }>(rows: readonly Row[], languages: readonly Language[]) {
  for (const wanted of languages) {
    const found = rows.find(({ language }) => language === wanted)
    if (found) return found
  }
  return rows[0]
}

const hopsOf = prepared((db: Looking, { articleId }: { articleId: ArticleId }) =>
  db
    .selectFrom('hop')
    .innerJoin('claim', 'claim.id', 'hop.claimId')
    .leftJoin('person', 'person.id', 'hop.proposedById')
    .selectAll('hop')
    .select('person.name as thanks')
    .where('claim.articleId', '=', articleId)
    .orderBy('hop.claimId')
    .orderBy('hop.position'),
)

const claimWordsOf = prepared((db: Looking, { articleId }: { articleId: ArticleId }) =>
  db
    .selectFrom('claimWords')
    .innerJoin('claim', 'claim.id', 'claimWords.claimId')
    .selectAll('claimWords')
    .where('claim.articleId', '=', articleId)
    .orderBy('claimWords.claimId')
    .orderBy('claimWords.language'),
)

const hopWordsOf = prepared((db: Looking, { articleId }: { articleId: ArticleId }) =>
  db
    .selectFrom('hopWords')
    .innerJoin('hop', 'hop.id', 'hopWords.hopId')
    .innerJoin('claim', 'claim.id', 'hop.claimId')
    .selectAll('hopWords')
    .where('claim.articleId', '=', articleId)
    .orderBy('hopWords.hopId')
    .orderBy('hopWords.language'),
)

const quoteWordsOf = prepared((db: Looking, { articleId }: { articleId: ArticleId }) =>
  db
    .selectFrom('quoteWords')
    .innerJoin('quote', 'quote.id', 'quoteWords.quoteId')
    .selectAll('quoteWords')
    .where('quote.articleId', '=', articleId)
    .orderBy('quoteWords.quoteId')
    .orderBy('quoteWords.language'),
)

async function reportsOf(db: Reading, ids: readonly number[]) {
  if (ids.length === 0) return []
  const documents = db.look<SourceTables>().selectFrom('sourceDocument')
  return documents
    .select(['id', 'outletId', 'title', 'url', 'language', 'publishedOn', 'openedAt'])
    .where('id', 'in', [...new Set(ids)] as never)
    .execute()
}

function isThere(id: PartyId | null): id is PartyId {
  return id !== null
}

async function kindsOf(db: Reading, ids: readonly PartyId[]): Promise<Map<PartyId, PartyKind>> {
  if (ids.length === 0) return new Map()
  const parties = db.look<SourceTables>().selectFrom('party').select(['id', 'kind']).where('id', 'in', ids)
  return new Map((await parties.execute()).map(({ id, kind }) => [id, kind]))
}

/** What speakers are: the latest title of each, in every language. */
async function titlesOf(db: Reading, ids: readonly PartyId[]) {
  if (ids.length === 0) return []
  return db
    .look<SourceTables>()
    .selectFrom('partyRole')
    .innerJoin('partyRoleWords', 'partyRoleWords.roleId', 'partyRole.id')
    .select(['partyRole.partyId', 'partyRoleWords.language', 'partyRoleWords.name'])
    .where('partyRole.partyId', 'in', [...new Set(ids)])
    .orderBy('partyRole.partyId')
    .orderBy('partyRole.position')
    .orderBy('partyRoleWords.language')
    .execute()
}

/** The claims of other articles to which these are said to stand in some way. */
async function othersIn(db: Reading, relations: readonly ClaimRelation[], own: ReadonlySet<ClaimId>) {
  const ids = relations.flatMap(({ fromId, toId }) => [fromId, toId]).filter((id) => !own.has(id))
  if (ids.length === 0) return []
  return db
    .look<SourceTables>()
    .selectFrom('claim')
    .leftJoin('claimWords', 'claimWords.claimId', 'claim.id')
    .select(['claim.id', 'claim.key', 'claim.status'])
    .select((e) => [
      e.fn.coalesce('claimWords.gist', e.val('')).as('gist'),
      e.fn.coalesce('claimWords.language', e.val('')).as('language'),
    ])
    .where('claim.id', 'in', [...new Set(ids)])
    .orderBy('claim.id')
    .orderBy('claimWords.language')
    .execute() as Promise<
    { id: ClaimId; key: string; status: ChainClaim['status']; gist: string; language: Language }[]
  >
}
