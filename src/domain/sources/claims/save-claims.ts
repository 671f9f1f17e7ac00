import { stableJson } from '../../../kit/json.ts'
import type { Language } from '../../../kit/language.ts'
import type { Writing } from '../../../store/index.ts'
import { type ArticleId, articleChanged } from '../../articles/index.ts'
import { keepQuoteWords } from '../quotes/keeping-quotes.ts'
import type { Quote, QuoteWords } from '../quotes/quote.ts'
import { quotesOf, unattributed } from '../quotes/quotes.ts'
import type { SourceTables } from '../tables.ts'
import { noteCiting } from './citing.ts'
import type { Claim, ClaimId, ClaimRelationType } from './claim.ts'
import { claimsOf, relationsOf, unsaid } from './claims.ts'
import { addLast, deleteHop, type HopDraft, hopsOfClaims, type KeptHop, updateHop } from './hops.ts'
import { checkedHop, keepClaimWords } from './keeping-claims.ts'

/** A claim as a file has it. */
export interface FiledClaim extends Pick<Claim, 'key' | 'kind' | 'status'> {
  words: readonly { language: Language; gist: string; note: string }[]
  hops: readonly HopDraft[]
  /** To which other claims of the article it stands how, by their keys. */
  relations: readonly { type: ClaimRelationType; to: string }[]
}

/** A quote as a file has it. */
export interface FiledQuote extends Omit<Quote, 'id' | 'articleId'> {
  words: readonly Omit<QuoteWords, 'quoteId'>[]
}

/** Says of an article's claims and quotes what a file says; those that the file does not name stay as they are. Answers whether that was news. */
export async function saveClaims(
  tx: Writing,
  articleId: ArticleId,
  { claims, quotes }: { claims: readonly FiledClaim[]; quotes: readonly FiledQuote[] },
  at: number,
): Promise<boolean> {
  if (claims.length + quotes.length === 0) return false
  await tx.inTurn(`claims of ${articleId}`)
  const before = await told(tx, articleId)
  const known = await knownClaims(tx, articleId)
  for (const claim of claims) await saveClaim(tx, articleId, claim, known.get(claim.key), at)
  await saveRelations(tx, articleId, claims)
  await saveQuotes(tx, articleId, quotes)
  const isNews = (await told(tx, articleId)) !== before
  if (!isNews) return false
  tx.note(articleChanged, { about: articleId, articleId, at })
  await noteCiting(tx, articleId, at)
  return true
}

/** Everything of an article's claims and quotes, to compare. */
async function told(tx: Writing, articleId: ArticleId): Promise<string> {
  const [claims, quotes] = [await claimsOf(tx, articleId), await quotesOf(tx, articleId)]
  const hops = await hopsOf(tx, claims)
  const db = tx.look<SourceTables>()
  const own = db.selectFrom('claim').select('id').where('articleId', '=', articleId)
  const ownQuotes = db.selectFrom('quote').select('id').where('articleId', '=', articleId)
  const words = await db
    .selectFrom('claimWords')
    .selectAll()
    .where('claimId', 'in', own)
    .orderBy('claimId')
    .orderBy('language')
    .execute()
  const renderings = await db
    .selectFrom('quoteWords')
    .selectAll()
    .where('quoteId', 'in', ownQuotes)
    .orderBy('quoteId')
    .orderBy('language')
    .execute()
  return stableJson([claims, quotes, hops, words, renderings, await relationsOf(tx, articleId)])
}

interface KnownClaim extends Claim {
  hops: readonly KeptHop[]
}

/** The claims that an article has, by their keys. */
async function knownClaims(tx: Writing, articleId: ArticleId): Promise<Map<string, KnownClaim>> {
  const claims = await claimsOf(tx, articleId)
  const hops = Map.groupBy(await hopsOf(tx, claims), ({ claimId }) => claimId)
  return new Map(claims.map((claim) => [claim.key, { ...claim, hops: hops.get(claim.id) ?? [] }]))
}

function hopsOf(tx: Writing, claims: readonly Claim[]): Promise<KeptHop[]> {
  return hopsOfClaims(
    tx,
    claims.map(({ id }) => id),
  )
}

async function saveClaim(
  tx: Writing,
  articleId: ArticleId,
  claim: FiledClaim,
  known: KnownClaim | undefined,
  at: number,
): Promise<void> {
  const { key, kind, status } = claim
  const id = known?.id ?? (await add(tx, { ...unsaid(articleId, key, at), kind, status }))
  if (known && (known.kind !== kind || known.status !== status)) {
    const statusAt = known.status === status ? known.statusAt : at
    await tx.change<SourceTables>().updateTable('claim').set({ kind, status, statusAt }).where('id', '=', id).execute()
  }
  for (const words of claim.words) await keepClaimWords(tx, id, words)
  await saveHops(tx, id, known?.hops ?? [], claim.hops.map(checkedHop))
}

async function add(tx: Writing, row: Omit<Claim, 'id'>): Promise<ClaimId> {
  const insert = tx.change<SourceTables>().insertInto('claim').values(row)
  return (await insert.returning('id').executeTakeFirstOrThrow()).id
}

async function saveHops(
  tx: Writing,
  claimId: ClaimId,
  known: readonly KeptHop[],
  wanted: readonly HopDraft[],
): Promise<void> {
  for (const [position, draft] of wanted.entries()) {
    const hop = known[position]
    const kept = { ...draft, proposedById: hop?.proposedById ?? draft.proposedById }
    if (!hop) await addLast(tx, claimId, position, kept)
    else if (stableJson(draftIn(hop)) !== stableJson(kept)) await updateHop(tx, hop.id, kept)
  }
  for (const hop of known.slice(wanted.length).toReversed()) await deleteHop(tx, hop)
}

function draftIn({ id: _id, claimId: _claim, position: _position, ...draft }: KeptHop): HopDraft {
  return draft
}

async function saveRelations(tx: Writing, articleId: ArticleId, filed: readonly FiledClaim[]): Promise<void> {
  const ids = new Map((await claimsOf(tx, articleId)).map(({ id, key }) => [key, id]))
  const known = await relationsOf(tx, articleId)
  for (const { key, relations } of filed) {
    const fromId = ids.get(key)!
    const wanted = relations.flatMap(({ type, to }) => (ids.has(to) ? [{ fromId, toId: ids.get(to)!, type }] : []))
    const own = known.filter((one) => one.fromId === fromId && [...ids.values()].includes(one.toId))
    for (const { toId, type } of own.filter((one) => !wanted.some((other) => isSame(one, other))))
      await tx
        .change<SourceTables>()
        .deleteFrom('claimRelation')
        .where('fromId', '=', fromId)
        .where('toId', '=', toId)
        .where('type', '=', type)
        .execute()
    for (const row of wanted.filter((one) => !own.some((other) => isSame(one, other))))
      await tx
        .change<SourceTables>()
        .insertInto('claimRelation')
        .values(row)
        .onConflict((c) => c.doNothing())
        .execute()
  }
}

interface Related {
  toId: ClaimId
  type: ClaimRelationType
}

function isSame(one: Related, other: Related): boolean {
  return one.toId === other.toId && one.type === other.type
}

async function saveQuotes(tx: Writing, articleId: ArticleId, filed: readonly FiledQuote[]): Promise<void> {
  const known = new Map((await quotesOf(tx, articleId)).map((quote) => [quote.key, quote]))
  for (const quote of filed) await saveQuote(tx, articleId, quote, known.get(quote.key))
}

async function saveQuote(
  tx: Writing,
  articleId: ArticleId,
  { words, key, ...said }: FiledQuote,
  known: Quote | undefined,
): Promise<void> {
  const row = { ...unattributed(articleId, key), ...said }
  const quotes = tx.change<SourceTables>()
  if (known) await quotes.updateTable('quote').set(said).where('id', '=', known.id).execute()
  const quoteId =
    known?.id ?? (await quotes.insertInto('quote').values(row).returning('id').executeTakeFirstOrThrow()).id
  for (const rendering of words) await keepQuoteWords(tx, { quoteId, ...rendering })
}
